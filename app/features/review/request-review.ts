import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCaseIdByNumber } from '#db/tenant/queries/mail.ts';
import { getReviewable } from '#db/tenant/queries/review-subjects.ts';
import { listScorecards } from '#db/tenant/queries/scorecards.ts';
import { reviewTasks } from '#db/tenant/schema/review.ts';
import type { ReviewDesk } from './plan-sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';

export const RequestReviewInput = z.object({
  number: z.coerce.number({ error: 'required' }).int().min(1, { error: 'required' }),
  reason: z.string().trim().min(3, { error: 'short' }).max(500, { error: 'long' }),
});

/**
 * Asks for the review of a solved case: an agent of his own, a lead of anybody's. It was chosen, not drawn, and so
 * stands in no ranking. Asked again while it waits, it is the same task.
 */
export async function requestReview(
  { db, actor, now }: ReviewDesk,
  { number, reason }: z.infer<typeof RequestReviewInput>,
): Promise<Result<{ taskId: string }, ReviewRefusal>> {
  if (!can(actor, 'review:own')) return refuse({ code: 'forbidden', action: 'review:own' });
  const subject = { subjectType: 'case' as const, subjectId: (await getCaseIdByNumber(db, number)) ?? '' };
  const work = await getReviewable(db, subject);
  const isOwn = work?.agentId === actor.userId;
  if (!work || !(isOwn || can(actor, 'review:write'))) return refuse({ code: 'case-not-solved' });
  const [card] = await listScorecards(db);
  if (!card) return refuse({ code: 'card-not-found' });
  const { agentId, occurredAt, channel: queue } = work;
  const task = { id: uuid(), ...subject, agentId, occurredAt, queue, cardId: card.id, reason };
  const made = { createdBy: actor.userId, createdAt: now };
  const how = { selection: 'requested', isBlind: false, state: 'open', ...made } as const;
  const ofSubject = and(eq(reviewTasks.subjectId, task.subjectId), eq(reviewTasks.selection, 'requested'));
  const waiting = and(ofSubject, eq(reviewTasks.state, 'open'));
  const isSecond = sql`(select count(*) from ${reviewTasks} where ${waiting}) > 1`;
  await commit(db, [
    db.insert(reviewTasks).values({ ...task, ...how }),
    db.delete(reviewTasks).where(and(eq(reviewTasks.id, task.id), isSecond)),
  ]);
  const [asked] = await db.select({ id: reviewTasks.id }).from(reviewTasks).where(waiting).limit(1);
  return ok({ taskId: asked?.id ?? task.id });
}
