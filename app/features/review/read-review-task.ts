import type { Actor } from '#app/features/access/can.ts';
import { type Entry, readConversation } from '#app/features/case/read-conversation.ts';
import { readRequestDetail } from '#app/features/request/read-request-detail.ts';
import { reviewedVersion } from '#app/features/scorecard/card-version.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getContactCaseId } from '#db/tenant/queries/point-facts.ts';
import { listRecordings } from '#db/tenant/queries/review-subjects.ts';
import { getReviewDraft, type ReviewTaskRow } from '#db/tenant/queries/reviews.ts';
import { getScorecard, listCardVersions } from '#db/tenant/queries/scorecards.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import { openTask } from './submit-review.ts';

type Reader = {
  db: TenantDb;
  control: ControlDb;
  carriers: CarrierDesk;
  actor: Actor;
  now: Date;
  locale: 'ru' | 'en';
};
export type ReviewTaskView = Extract<Awaited<ReturnType<typeof readReviewTask>>, { ok: true }>['value'];

/** Stands in for whose work it is, where the reviewer is not to know. */
const hiddenName = '•••';

/** A piece of work with its whole story, and the card that asks about it. */
export async function readReviewTask(reader: Reader, taskId: string) {
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
    ...{ id, subjectType, isBlind, selection, occurredAt, queue, reason, isDrawn: drawId !== null },
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

/** What was said and done. `hidden`: the name that is not told. */
async function readStory(reader: Reader, task: ReviewTaskRow, hidden: string | null) {
  if (task.subjectType === 'request') {
    const detail = await readRequestDetail(reader, task.subjectId);
    if (!detail) return null;
    const { number, subject, carrier, preview } = detail;
    const events = detail.events.map((event) => ({ ...event, who: hide(event.who, hidden) }));
    return { type: 'request' as const, number, subject, carrier, preview, events };
  }
  const caseId = await caseOf(reader, task);
  const row = caseId ? await getCase(reader.db, caseId) : null;
  if (!row) return null;
  const conversation = await readConversation(reader, row);
  const entries = conversation.entries.map((entry): Entry => ({ ...entry, who: hide(entry.who, hidden) }));
  const { id, number, subject } = row;
  return { type: 'case' as const, id, number, subject, conversation: { ...conversation, entries } };
}

function hide(name: string | null, hidden: string | null): string | null {
  return name !== null && name === hidden ? hiddenName : name;
}

async function caseOf({ db }: Reader, { subjectType, subjectId }: ReviewTaskRow): Promise<string | null> {
  if (subjectType === 'case') return subjectId;
  return getContactCaseId(db, subjectId);
}

/** A recording of the work under review: only what belongs to the task is played. */
export async function findRecording(
  reader: Pick<Reader, 'db' | 'actor'>,
  taskId: string,
  contactId: string,
): Promise<Result<{ url: string }, ReviewRefusal>> {
  const task = await openTask(reader, taskId);
  if (!task.ok) return task;
  const found = (await listRecordings(reader.db, task.value)).find(({ id }) => id === contactId);
  return found ? ok({ url: found.url }) : refuse({ code: 'subject-not-found' });
}
