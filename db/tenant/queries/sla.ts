import { and, asc, eq, gt, inArray, isNull, max, type SQL, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, caseRequests, cases } from '../schema/case.ts';
import { requestEvents } from '../schema/request.ts';
import { calendars, calendarVersions, clockAlarms, contractVersions } from '../schema/sla.ts';
import { isOpen } from './case-filter.ts';

export type CalendarVersionRow = typeof calendarVersions.$inferSelect;
export type ContractVersionRow = typeof contractVersions.$inferSelect;

export function listCalendars(db: TenantDb) {
  return db.select().from(calendars).orderBy(asc(calendars.name));
}

export async function getCalendar(db: TenantDb, id: string) {
  const [row] = await db.select().from(calendars).where(eq(calendars.id, id)).limit(1);
  return row ?? null;
}

/** Those in force, of all calendars. */
export function listCalendarVersions(db: TenantDb) {
  return db
    .select()
    .from(calendarVersions)
    .where(isNull(calendarVersions.replacedAt))
    .orderBy(asc(calendarVersions.effectiveFrom));
}

/** Those in force. */
export function listContractVersions(db: TenantDb) {
  return db
    .select()
    .from(contractVersions)
    .where(isNull(contractVersions.replacedAt))
    .orderBy(asc(contractVersions.effectiveFrom));
}

/** Changes whenever a rule of the clock does: versions are only added and replaced. */
export async function readRulesStamp(db: TenantDb): Promise<string> {
  const [calendar] = await db
    .select({ made: max(calendarVersions.id), replaced: max(calendarVersions.replacedAt) })
    .from(calendarVersions);
  const [contract] = await db
    .select({ made: max(contractVersions.id), replaced: max(contractVersions.replacedAt) })
    .from(contractVersions);
  return JSON.stringify([calendar, contract]);
}

/** Every event of these cases, in order, with the kind that the case has now. */
export function listCaseFacts(db: TenantDb, caseIds: readonly string[]) {
  const { caseId, event, fromState, toState, at, note } = caseEvents;
  return db
    .select({ caseId, kind: cases.kind, event, fromState, toState, at, note })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(inArray(caseEvents.caseId, [...caseIds]))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.version));
}

/** Every event of the requests that were made for these cases, in order. */
export function listRequestFacts(db: TenantDb, caseIds: readonly string[]) {
  const { requestId, fromState, toState, at } = requestEvents;
  return db
    .select({ caseId: caseRequests.caseId, requestId, fromState, toState, at })
    .from(caseRequests)
    .innerJoin(requestEvents, eq(requestEvents.requestId, caseRequests.requestId))
    .where(inArray(caseRequests.caseId, [...caseIds]))
    .orderBy(asc(requestEvents.requestId), asc(requestEvents.version));
}

/** Left to itself, SQLite takes the state for the rarest condition and sorts every open case. */
function openAfter(after: string, limit: number): SQL {
  return sql`${cases.id} in (select ${cases.id} from ${cases} indexed by cases_open_newest
    where ${and(isOpen, gt(cases.id, after))} order by ${cases.id} limit ${limit})`;
}

/** Cases that still want something of us, in the order of their ids. */
export async function listOpenCaseIds(db: TenantDb, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(openAfter(after, limit))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => id);
}

const clockColumns = {
  id: cases.id,
  version: cases.version,
  assigneeId: cases.assigneeId,
  contractVersionId: cases.contractVersionId,
  dueAt: cases.dueAt,
  dueTarget: cases.dueTarget,
  pausedReason: cases.pausedReason,
  breachedAt: cases.breachedAt,
};
/** What a case keeps of its clocks, and the version it was in then. */
export type CaseClockRow = NonNullable<Awaited<ReturnType<typeof getCaseClock>>>;

export async function getCaseClock(db: TenantDb, caseId: string) {
  const [row] = await db.select(clockColumns).from(cases).where(eq(cases.id, caseId)).limit(1);
  return row ?? null;
}

/** Of the cases that still want something of us, in the order of their ids. */
export function listOpenCaseClocks(db: TenantDb, after: string, limit: number) {
  return db.select(clockColumns).from(cases).where(openAfter(after, limit)).orderBy(asc(cases.id));
}

/** Who was told of the clocks of these cases already. */
export function listToldAlarms(db: TenantDb, caseIds: readonly string[]) {
  const { caseId, clock, level, share } = clockAlarms;
  return db
    .select({ caseId, clock, level, share })
    .from(clockAlarms)
    .where(inArray(clockAlarms.caseId, [...caseIds]));
}
