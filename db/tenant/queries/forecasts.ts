import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '../schema/case.ts';
import { breachForecasts } from '../schema/sla.ts';

/** The plus keeps the newest first from being sorted out of all that were ever closed. */
const isHandled = sql`+${cases.state} in ('solved', 'closed')`;

/** The histories of the cases that were solved last, case by case. */
export async function listHandledFacts(db: TenantDb, limit: number) {
  const solved = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isHandled, isNotNull(cases.assigneeId)))
    .orderBy(desc(cases.id))
    .limit(limit);
  const ids = solved.map(({ id }) => id);
  return db
    .select({ caseId: caseEvents.caseId, channel: cases.channel, event: caseEvents.event, at: caseEvents.at })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(inArray(caseEvents.caseId, ids))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.version));
}

/** Which clocks of these cases were foretold already. */
export function listForetold(db: TenantDb, caseIds: readonly string[]) {
  return db
    .select({ caseId: breachForecasts.caseId, clock: breachForecasts.clock })
    .from(breachForecasts)
    .where(inArray(breachForecasts.caseId, [...caseIds]));
}

/** Forecasts whose moment has passed, and whose end is not known yet. */
export function listUnsettled(db: TenantDb, now: Date, limit: number) {
  return db
    .select()
    .from(breachForecasts)
    .where(and(isNull(breachForecasts.wasLate), lt(breachForecasts.dueAt, now)))
    .orderBy(asc(breachForecasts.dueAt))
    .limit(limit);
}

/** What was foretold since then, and what became of it. */
export async function listSettled(db: TenantDb, since: Date) {
  const rows = await db
    .select({ isLate: breachForecasts.isLate, wasLate: breachForecasts.wasLate })
    .from(breachForecasts)
    .where(and(gte(breachForecasts.at, since), isNotNull(breachForecasts.wasLate)));
  return rows.map(({ isLate, wasLate }) => ({ isLate, wasLate: wasLate === true }));
}
