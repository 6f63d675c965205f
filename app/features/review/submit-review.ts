import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { settleWork } from '#app/features/points/settle-work.ts';
import { reviewedVersion } from '#app/features/scorecard/card-version.ts';
import { findAnswerFault } from '#app/features/scorecard/scorecard.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getReviewTask, type ReviewTaskRow } from '#db/tenant/queries/reviews.ts';
import { listCardVersions } from '#db/tenant/queries/scorecards.ts';
import {
  reviewDrafts,
  reviewNotes,
  reviewRevisions,
  reviews,
  reviewTaskEnds,
  reviewTasks,
} from '#db/tenant/schema/review.ts';
import type { ReviewDesk } from './plan-sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';

const Answers = z.record(z.string().max(40), z.int().min(0).max(5).nullable());
const Note = z.strictObject({
  text: z.string().trim().min(1, { error: 'required' }).max(1000, { error: 'long' }),
  itemId: z.string().max(40).nullable(),
  atSecond: z.int().min(0).max(86_400).nullable(),
});
export const ReviewInput = z.strictObject({ answers: Answers, notes: z.array(Note).max(50) });
export type ReviewInput = z.infer<typeof ReviewInput>;

/** Gives a review: raw marks by the version of the card that held when the work was done. A task takes one. */
export async function submitReview(
  { db, actor, now }: ReviewDesk,
  taskId: string,
  { answers, notes }: ReviewInput,
): Promise<Result<{ reviewId: string }, ReviewRefusal>> {
  const task = await openTask({ db, actor }, taskId);
  if (!task.ok) return task;
  const { cardId, occurredAt, agentId } = task.value;
  const card = reviewedVersion(await listCardVersions(db, cardId), occurredAt);
  if (!card) return refuse({ code: 'card-not-found' });
  const fault = findAnswerFault(card.content, answers);
  if (fault) return refuse({ code: 'card-unanswered', itemId: fault.id });
  const { subjectType, subjectId, selection, isBlind, queue } = task.value;
  const review = { id: uuid(), taskId, revision: 1, subjectType, subjectId, agentId, answers };
  const by = { reviewerId: actor.userId, cardId, cardVersion: card.version, reviewedAt: now };
  const written = await commit(db, [
    db.insert(reviews).values({ ...review, ...by, selection, isBlind, queue, occurredAt }),
    db.insert(reviewRevisions).values({
      reviewId: review.id,
      revision: 1,
      cause: 'reviewed',
      agentId,
      answers,
      by: actor.userId,
      at: now,
    }),
    ...notes.map((note, place) => db.insert(reviewNotes).values({ reviewId: review.id, place, ...note })),
    db.insert(reviewTaskEnds).values({ taskId, as: 'reviewed' }),
    db.update(reviewTasks).set({ state: 'reviewed' }).where(eq(reviewTasks.id, taskId)),
    db.delete(reviewDrafts).where(eq(reviewDrafts.taskId, taskId)),
    callFor(db, settleWork('review', review.id, now), now),
  ]);
  return written.ok ? ok({ reviewId: review.id }) : refuse({ code: 'task-not-open' });
}

/** Keeps what a reviewer has begun; the first to begin is shown to the others. */
export async function saveReviewDraft(
  { db, actor, now }: ReviewDesk,
  taskId: string,
  { answers, notes }: ReviewInput,
): Promise<Result<null, ReviewRefusal>> {
  const task = await openTask({ db, actor }, taskId);
  if (!task.ok) return task;
  const begin = db
    .update(reviewTasks)
    .set({ reviewerId: sql`coalesce(${reviewTasks.reviewerId}, ${actor.userId})` })
    .where(isOpen(taskId));
  const kept = keeping(db, { userId: actor.userId, taskId, answers, notes, now });
  const written = await commit(db, [kept, begin]);
  const isSaved = written.ok && written.results[1]?.rowsAffected === 1;
  return isSaved ? ok(null) : refuse({ code: 'task-not-open' });
}

type Draft = ReviewInput & { userId: string; taskId: string; now: Date };

/** Written only while the task is open: a draft that was on its way when the review was given leaves nothing. */
function keeping(db: TenantDb, { userId, taskId, answers, notes, now }: Draft): Statement {
  const row = db
    .select({
      userId: sql`${userId}`.as('user_id'),
      taskId: reviewTasks.id,
      answers: sql`${JSON.stringify(answers)}`.as('answers'),
      notes: sql`${JSON.stringify(notes)}`.as('notes'),
      savedAt: sql`cast(${now.getTime()} as integer)`.as('saved_at'),
    })
    .from(reviewTasks)
    .where(isOpen(taskId));
  const target = [reviewDrafts.userId, reviewDrafts.taskId];
  return db
    .insert(reviewDrafts)
    .select(row)
    .onConflictDoUpdate({ target, set: { answers, notes, savedAt: now } });
}

function isOpen(taskId: string) {
  return and(eq(reviewTasks.id, taskId), eq(reviewTasks.state, 'open'));
}

/** A task that this person may review now. */
export async function openTask(
  { db, actor }: Pick<ReviewDesk, 'db' | 'actor'>,
  taskId: string,
): Promise<Result<ReviewTaskRow, ReviewRefusal>> {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const task = await getReviewTask(db, taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (task.agentId === actor.userId) return refuse({ code: 'own-work' });
  return task.state === 'open' ? ok(task) : refuse({ code: 'task-not-open' });
}
