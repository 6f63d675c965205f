import { and, count, desc, eq, inArray, isNotNull, lte, sql, sum } from 'drizzle-orm';
import { type Budget, type Spent, spentStates } from '#app/features/goodwill/goodwill.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { goodwillBudgets, goodwillDecisions } from '../schema/goodwill.ts';

const mostListed = 1000;
const mostStories = 200;

export type DecisionRow = typeof goodwillDecisions.$inferSelect;

/** The budget that holds now; `null`: nobody has set one. */
export async function getBudget(db: TenantDb, now: Date): Promise<Budget | null> {
  const [row] = await db
    .select()
    .from(goodwillBudgets)
    .where(lte(goodwillBudgets.from, now))
    .orderBy(desc(goodwillBudgets.from))
    .limit(1);
  return row ?? null;
}

/** What the agent gave this month by his own word, and what everybody gave in this case. Kopecks. */
export async function readSpent(
  db: TenantDb,
  where: { agentId: string; month: string; caseId: string },
): Promise<Spent> {
  const amount = sum(goodwillDecisions.amountKopecks).mapWith(Number);
  const [month] = await db
    .select({ amount })
    .from(goodwillDecisions)
    .where(
      and(
        eq(goodwillDecisions.agentId, where.agentId),
        eq(goodwillDecisions.month, where.month),
        eq(goodwillDecisions.state, 'decided'),
      ),
    );
  const [inCase] = await db
    .select({ amount })
    .from(goodwillDecisions)
    .where(
      and(eq(goodwillDecisions.caseId, where.caseId), inArray(goodwillDecisions.state, [...spentStates])),
    );
  return { agentMonthKopecks: month?.amount ?? 0, caseKopecks: inCase?.amount ?? 0 };
}

/** How many decisions the agent made in the month, of every state. */
export async function countDecisions(db: TenantDb, agentId: string, month: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(goodwillDecisions)
    .where(and(eq(goodwillDecisions.agentId, agentId), eq(goodwillDecisions.month, month)));
  return row?.n ?? 0;
}

export async function getDecision(db: TenantDb, id: string) {
  const [row] = await db.select().from(goodwillDecisions).where(eq(goodwillDecisions.id, id)).limit(1);
  return row ?? null;
}

export async function getDecisionByFormToken(db: TenantDb, formToken: string) {
  const [row] = await db
    .select()
    .from(goodwillDecisions)
    .where(eq(goodwillDecisions.formToken, formToken))
    .limit(1);
  return row ?? null;
}

/**
 * Decisions with the number of their case, the newest first: a case's, a month's (of all or of one agent), or
 * those that ask a lead.
 */
export async function listDecisions(
  db: TenantDb,
  of: { caseId: string } | { month: string; agentId?: string } | { state: 'asked' },
) {
  const what =
    'caseId' in of
      ? eq(goodwillDecisions.caseId, of.caseId)
      : 'month' in of
        ? and(
            eq(goodwillDecisions.month, of.month),
            of.agentId === undefined ? undefined : eq(goodwillDecisions.agentId, of.agentId),
          )
        : sql`${goodwillDecisions.state} = 'asked'`;
  return db
    .select({ decision: goodwillDecisions, caseNumber: cases.number, caseSubject: cases.subject })
    .from(goodwillDecisions)
    .innerJoin(cases, eq(cases.id, goodwillDecisions.caseId))
    .where(what)
    .orderBy(desc(goodwillDecisions.id))
    .limit(mostListed);
}

/** The stories of a month that were told to all. */
export async function listStories(db: TenantDb, month: string) {
  return db
    .select()
    .from(goodwillDecisions)
    .where(and(eq(goodwillDecisions.month, month), isNotNull(goodwillDecisions.story)))
    .orderBy(desc(goodwillDecisions.rating), desc(goodwillDecisions.id))
    .limit(mostStories);
}
