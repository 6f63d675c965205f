import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getScorecard } from '#db/tenant/queries/scorecards.ts';
import { samplePlans } from '#db/tenant/schema/sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import type { PlanInput } from './sample-plan.ts';

export type ReviewDesk = { db: TenantDb; actor: Actor; now: Date };

/** Makes a plan. It is not changed afterwards, so that its draws can be drawn again; it is retired instead. */
export async function planSample(
  { db, actor, now }: ReviewDesk,
  input: PlanInput & { id: string },
): Promise<Result<null, ReviewRefusal>> {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  if (!(await getScorecard(db, input.cardId))) return refuse({ code: 'card-not-found' });
  const row = { ...input, createdBy: actor.userId, createdAt: now };
  const written = await commit(db, [db.insert(samplePlans).values(row)]);
  return written.ok ? ok(null) : refuse({ code: 'plan-title-taken' });
}

/** Nothing more is drawn by it; its title is free again. */
export async function retirePlan(
  { db, actor, now }: ReviewDesk,
  planId: string,
): Promise<Result<null, ReviewRefusal>> {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const isLive = and(eq(samplePlans.id, planId), isNull(samplePlans.retiredAt));
  const written = await commit(db, [db.update(samplePlans).set({ retiredAt: now }).where(isLive)]);
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'plan-not-found' });
}
