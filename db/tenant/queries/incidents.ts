import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '../schema/case.ts';
import { messages } from '../schema/contact.ts';
import { incidentDetachments, incidents, incidentUpdates } from '../schema/incident.ts';
import { lineOptions } from '../schema/subscriber.ts';
import { isOpen } from './case-filter.ts';

export type IncidentRow = typeof incidents.$inferSelect;

export async function getIncident(db: TenantDb, id: string) {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id)).limit(1);
  return row ?? null;
}

export async function getIncidentByFormToken(db: TenantDb, formToken: string) {
  const [row] = await db.select().from(incidents).where(eq(incidents.formToken, formToken)).limit(1);
  return row ?? null;
}

/** Those that last, the newest first. */
export async function listOpenIncidents(db: TenantDb) {
  return db.select().from(incidents).where(isNull(incidents.endedAt)).orderBy(desc(incidents.startedAt));
}

/** The newest with how many cases each holds. */
export async function listIncidents(db: TenantDb, limit: number) {
  const held = db.select({ n: count() }).from(cases).where(eq(cases.incidentId, incidents.id));
  return db
    .select({ incident: incidents, caseCount: sql<number>`(${held})` })
    .from(incidents)
    .orderBy(desc(incidents.id))
    .limit(limit);
}

export async function countCasesOf(db: TenantDb, incidentId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(cases).where(eq(cases.incidentId, incidentId));
  return row?.n ?? 0;
}

export async function listIncidentUpdates(db: TenantDb, incidentId: string) {
  return db
    .select()
    .from(incidentUpdates)
    .where(eq(incidentUpdates.incidentId, incidentId))
    .orderBy(desc(incidentUpdates.id));
}

export async function getIncidentUpdate(db: TenantDb, id: string) {
  const [row] = await db.select().from(incidentUpdates).where(eq(incidentUpdates.id, id)).limit(1);
  return row ?? null;
}

/** The codes of the options of these lines. */
export async function listOptionCodes(db: TenantDb, lineIds: string[]): Promise<Map<string, string[]>> {
  const codes = new Map<string, string[]>();
  if (lineIds.length === 0) return codes;
  const rows = await db
    .select({ lineId: lineOptions.lineId, code: lineOptions.code })
    .from(lineOptions)
    .where(inArray(lineOptions.lineId, lineIds));
  for (const { lineId, code } of rows) codes.set(lineId, [...(codes.get(lineId) ?? []), code]);
  return codes;
}

/** Open cases that belong to no incident and were not taken out of this one, by id from `after`. */
export async function listUngathered(db: TenantDb, incidentId: string, after: string, limit: number) {
  const detached = db
    .select({ one: sql`1` })
    .from(incidentDetachments)
    .where(and(eq(incidentDetachments.incidentId, incidentId), eq(incidentDetachments.caseId, cases.id)));
  const some = ungatheredIds(and(gt(cases.id, after), notExists(detached)), asc(cases.id), limit);
  return db.select().from(cases).where(some).orderBy(asc(cases.id));
}

/** What is matched of open cases that belong to no incident, the newest first from before `before`. */
export async function listMatchable(db: TenantDb, before: string | null, limit: number) {
  const { id, carrier, topicId, subject, lineId } = cases;
  const beyond = before === null ? undefined : lt(cases.id, before);
  return db
    .select({ id, carrier, topicId, subject, lineId })
    .from(cases)
    .where(ungatheredIds(beyond, desc(cases.id), limit))
    .orderBy(desc(cases.id));
}

/** Left to itself, SQLite takes the state for the rarest condition and sorts every open case. */
function ungatheredIds(which: SQL | undefined, order: SQL, limit: number): SQL {
  const where = and(isOpen, isNull(cases.incidentId), which);
  return sql`${cases.id} in (select ${cases.id} from ${cases} indexed by cases_open_newest
    where ${where} order by ${order} limit ${limit})`;
}

/** The token of the one message by which an update reaches a case. */
export function updateToken(updateId: string, caseId: string): string {
  return `${updateId}:${caseId}`;
}

/** Whether a message is one of many that an incident's update wrote: form tokens of people are bare ids. */
export function isOfUpdate({ formToken }: { formToken: string | null }): boolean {
  return formToken?.includes(':') ?? false;
}

type Update = typeof incidentUpdates.$inferSelect;

/** Open cases of the incident which an update has not reached. */
export async function listUntold(db: TenantDb, update: Update, limit: number) {
  const told = db
    .select({ one: sql`1` })
    .from(messages)
    .where(eq(messages.formToken, sql`${update.id} || ':' || ${cases.id}`));
  return db
    .select()
    .from(cases)
    .where(and(isOpen, eq(cases.incidentId, update.incidentId), notExists(told)))
    .orderBy(asc(cases.id))
    .limit(limit);
}

/** Cases that may yet be open again and that the incident holds since before its last update. */
export async function listHeld(db: TenantDb, last: Update, limit: number) {
  const { caseId, event, at } = caseEvents;
  const released = db
    .select({ one: sql`1` })
    .from(caseEvents)
    .where(and(eq(caseId, cases.id), eq(event, 'incident-left'), gte(at, last.at)));
  const isEnded = inArray(cases.state, ['solved', 'merged']);
  return db
    .select()
    .from(cases)
    .where(and(isEnded, eq(cases.incidentId, last.incidentId), notExists(released)))
    .orderBy(asc(cases.id))
    .limit(limit);
}
