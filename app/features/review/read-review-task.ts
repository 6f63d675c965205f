import { reviewedVersion } from '#app/features/scorecard/card-version.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { listRecordings } from '#db/tenant/queries/review-subjects.ts';
import { getReviewDraft } from '#db/tenant/queries/reviews.ts';
import { getScorecard, listCardVersions } from '#db/tenant/queries/scorecards.ts';
import { readStory, type StoryReader } from './read-story.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import { openTask } from './submit-review.ts';

export type ReviewTaskView = Extract<Awaited<ReturnType<typeof readReviewTask>>, { ok: true }>['value'];

/** A piece of work with its whole story, and the card that asks about it. */
export async function readReviewTask(reader: StoryReader, taskId: string) {
  const { db, control, actor } = reader;
  const found = await openTask(reader, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const card = await getScorecard(db, task.cardId);
  const version = reviewedVersion(await listCardVersions(db, task.cardId), task.occurredAt);
  if (!card || !version) return refuse<ReviewRefusal>({ code: 'card-not-found' });
  const names = await namesOf(control, [task.agentId, task.reviewerId ?? '', task.createdBy]);
  const agentName = names[task.agentId] ?? '';
  const draft = await getReviewDraft(db, actor.userId, taskId);
  const { id, subjectType, isBlind, selection, occurredAt, queue, reason, drawId } = task;
  return ok({
    id,
    subjectType,
    isBlind,
    selection,
    occurredAt,
    queue,
    reason,
    isDrawn: drawId !== null,
    agentName: isBlind ? null : agentName,
    askedBy: reason ? (names[task.createdBy] ?? null) : null,
    begunBy: task.reviewerId && task.reviewerId !== actor.userId ? (names[task.reviewerId] ?? null) : null,
    card: { title: card.title, version: version.version, content: version.content },
    draft: draft && { answers: draft.answers, notes: draft.notes },
    story: await readStory(reader, task, isBlind ? agentName : null),
    // The address stays here: what is played goes through us, so that it is logged.
    recordings: (await listRecordings(db, task)).map(({ id: contactId, startedAt }) => ({
      contactId,
      startedAt,
    })),
  });
}

/** A recording of the work under review: only what belongs to the task is played. */
export async function findRecording(
  reader: Pick<StoryReader, 'db' | 'actor'>,
  taskId: string,
  contactId: string,
): Promise<Result<{ url: string }, ReviewRefusal>> {
  const task = await openTask(reader, taskId);
  if (!task.ok) return task;
  const found = (await listRecordings(reader.db, task.value)).find(({ id }) => id === contactId);
  return found ? ok({ url: found.url }) : refuse({ code: 'subject-not-found' });
}
