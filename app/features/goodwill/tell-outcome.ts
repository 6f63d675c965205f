import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Action, can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getDecision } from '#db/tenant/queries/goodwill.ts';
import { goodwillBudgets, goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import type { GoodwillRefusal } from './goodwill-refusal.ts';

export const OutcomeInput = z.strictObject({
  hasStayed: z.boolean().nullable(),
  rating: z.int().min(1).max(5).nullable(),
});

/** What came of a decision: did he stay, what did he rate. */
export function tellOutcome(
  desk: CaseDesk,
  { decisionId, ...outcome }: z.infer<typeof OutcomeInput> & { decisionId: string },
): Promise<Result<null, GoodwillRefusal>> {
  return setOn(desk, 'goodwill:decide', decisionId, outcome);
}

/** Tells a decision to all as one of the best of its month; an empty story takes it back. */
export function tellStory(
  desk: CaseDesk,
  { decisionId, story }: { decisionId: string; story: string },
): Promise<Result<null, GoodwillRefusal>> {
  return setOn(desk, 'goodwill:approve', decisionId, { story: story.trim() || null });
}

async function setOn(
  { db, actor }: CaseDesk,
  action: Action,
  decisionId: string,
  set: Partial<typeof goodwillDecisions.$inferInsert>,
): Promise<Result<null, GoodwillRefusal>> {
  if (!can(actor, action)) return refuse({ code: 'forbidden', action });
  if (!(await getDecision(db, decisionId))) return refuse({ code: 'decision-not-found' });
  await commit(db, [db.update(goodwillDecisions).set(set).where(eq(goodwillDecisions.id, decisionId))]);
  return ok(null);
}

export const BudgetInput = z.strictObject({
  agentMonthKopecks: z.int().min(0).max(1_000_000_000),
  caseKopecks: z.int().min(0).max(1_000_000_000),
});

/** Sets what agents may give by their own word from now on; earlier budgets stay readable. */
export async function setBudget(
  { db, actor, now }: CaseDesk,
  input: z.infer<typeof BudgetInput> & { id: string },
): Promise<Result<null, GoodwillRefusal>> {
  if (!can(actor, 'goodwill:budget')) return refuse({ code: 'forbidden', action: 'goodwill:budget' });
  const row = { ...input, from: now, setBy: actor.userId };
  const written = await commit(db, [db.insert(goodwillBudgets).values(row)]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
