import { and, asc, count, desc, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { messages } from '../schema/contact.ts';
import { incidentDetachments, incidents, incidentUpdates } from '../schema/incident.ts';
import { lineOptions } from '../schema/subscriber.ts';

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

/** All of them with how many cases each holds, the newest first. */
export async function listIncidents(db: TenantDb, limit: number) {
  const held = db
    .select({ incidentId: cases.incidentId, n: count().as('n') })
    .from(cases)
    .where(sql`${cases.incidentId} is not null`)
    .groupBy(cases.incidentId)
    .as('held');
  return db
    .select({ incident: incidents, caseCount: sql<number>`coalesce(${held.n}, 0)` })
    .from(incidents)
    .leftJoin(held, eq(held.incidentId, incidents.id))
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

export async function listOptionCodes(db: TenantDb, lineId: string): Promise<string[]> {
  const rows = await db
    .select({ code: lineOptions.code })
    .from(lineOptions)
    .where(eq(lineOptions.lineId, lineId));
  return rows.map(({ code }) => code);
}

/** Open cases that belong to no incident and were not taken out of this one, by id from `after`. */
export async function listUngathered(db: TenantDb, incidentId: string, after: string, limit: number) {
  const detached = db
    .select({ one: sql`1` })
    .from(incidentDetachments)
    .where(and(eq(incidentDetachments.incidentId, incidentId), eq(incidentDetachments.caseId, cases.id)));
  return db
    .select()
    .from(cases)
    .where(
      and(
        sql`${cases.state} in ('new', 'open', 'waiting')`,
        gt(cases.id, after),
        isNull(cases.incidentId),
        notExists(detached),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
}

/** The token of the one message by which an update reaches a case. */
export function updateToken(updateId: string, caseId: string): string {
  return `${updateId}:${caseId}`;
}

/** Whether a message is one of many that an incident's update wrote: form tokens of people are bare ids. */
export function isOfUpdate({ formToken }: { formToken: string | null }): boolean {
  return formToken?.includes(':') ?? false;
}

/** Cases of the incident which an update has not reached. */
export async function listUntold(db: TenantDb, incidentId: string, updateId: string, limit: number) {
  const told = db
    .select({ one: sql`1` })
    .from(messages)
    .where(eq(messages.formToken, sql`${updateId} || ':' || ${cases.id}`));
  return db
    .select()
    .from(cases)
    .where(and(eq(cases.incidentId, incidentId), notExists(told)))
    .orderBy(asc(cases.id))
    .limit(limit);
}
