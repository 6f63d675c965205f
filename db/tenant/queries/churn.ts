import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ChurnDefinition } from '#app/features/churn/definition.ts';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { churnDefinitions, departures, lineLives } from '../schema/churn.ts';
import { lines } from '../schema/subscriber.ts';

export type DepartureRow = typeof departures.$inferSelect;

/** Of one line, the oldest first. */
export async function listDepartures(db: TenantDb, lineId: string): Promise<DepartureRow[]> {
  return db.select().from(departures).where(eq(departures.lineId, lineId)).orderBy(asc(departures.on));
}

/** Since when a line is known; null: it is not here. */
export async function getLineLife(db: TenantDb, lineId: string) {
  const [row] = await db
    .select({
      joinedOn: lineLives.joinedOn,
      lastActiveOn: lineLives.lastActiveOn,
      ownedSince: lines.ownedSince,
      createdAt: lines.createdAt,
    })
    .from(lines)
    .leftJoin(lineLives, eq(lineLives.lineId, lines.id))
    .where(eq(lines.id, lineId));
  return row ?? null;
}

/** Dates of the tenant's zone; `to` is not within. */
export type Between = { from: string; to: string };

/** Which of some lines left within a time, whether or not they came back. */
export async function listLeavers(
  db: TenantDb,
  lineIds: readonly string[],
  { from, to }: Between,
): Promise<DepartureRow[]> {
  return db
    .select()
    .from(departures)
    .where(
      and(gte(departures.on, from), lt(departures.on, to), sql`${departures.lineId} ${textsIn(lineIds)}`),
    )
    .orderBy(asc(departures.on));
}

/** Which of some lines came back within a time. */
export async function listReturners(
  db: TenantDb,
  lineIds: readonly string[],
  { from, to }: Between,
): Promise<DepartureRow[]> {
  const isBack = and(gte(departures.returnedOn, from), lt(departures.returnedOn, to));
  return db
    .select()
    .from(departures)
    .where(and(isBack, sql`${departures.lineId} ${textsIn(lineIds)}`))
    .orderBy(asc(departures.on));
}

/** What was ever said to count as churn. */
export async function listDefinitions(db: TenantDb): Promise<ChurnDefinition[]> {
  return db.select().from(churnDefinitions).orderBy(asc(churnDefinitions.from)).limit(500);
}
