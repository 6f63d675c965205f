import { eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getDecision } from '#db/tenant/queries/goodwill.ts';
import { goodwillBudgets, goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import type { Budget } from './goodwill.ts';
import type { GoodwillRefusal } from './goodwill-refusal.ts';

/**
 * What came of a decision: did the subscriber stay. Told by who made it, or by who leads. His rating comes with
 * what he says of the case.
 */
export async function tellOutcome(
  desk: CaseDesk,
  { decisionId, hasStayed }: { decisionId: string; hasStayed: boolean },
): Promise<Result<null, GoodwillRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'goodwill:decide')) return refuse({ code: 'forbidden', action: 'goodwill:decide' });
  const decision = await getDecision(db, decisionId);
  if (!decision) return refuse({ code: 'decision-not-found' });
  const isOthers = decision.agentId !== actor.userId;
  if (isOthers && !can(actor, 'goodwill:approve'))
    return refuse({ code: 'forbidden', action: 'goodwill:approve' });
  return setOn(db, decisionId, { hasStayed });
}

/** Tells a decision to all as one of the best of its month; an empty story takes it back. */
export async function tellStory(
  { db, actor }: CaseDesk,
  { decisionId, story }: { decisionId: string; story: string },
): Promise<Result<null, GoodwillRefusal>> {
  if (!can(actor, 'goodwill:approve')) return refuse({ code: 'forbidden', action: 'goodwill:approve' });
  if (!(await getDecision(db, decisionId))) return refuse({ code: 'decision-not-found' });
  return setOn(db, decisionId, { story: story.trim() || null });
}

async function setOn(
  db: TenantDb,
  decisionId: string,
  set: Partial<typeof goodwillDecisions.$inferInsert>,
): Promise<Result<null, GoodwillRefusal>> {
  await commit(db, [db.update(goodwillDecisions).set(set).where(eq(goodwillDecisions.id, decisionId))]);
  return ok(null);
}

/** Sets what agents may give by their own word from now on; earlier budgets stay readable. */
export async function setBudget(
  { db, actor, now }: CaseDesk,
  input: Budget & { id: string },
): Promise<Result<null, GoodwillRefusal>> {
  if (!can(actor, 'goodwill:budget')) return refuse({ code: 'forbidden', action: 'goodwill:budget' });
  const row = { ...input, from: now, setBy: actor.userId };
  const written = await commit(db, [db.insert(goodwillBudgets).values(row)]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
