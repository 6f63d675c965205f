import { and, between, count, eq, gte, inArray, lt, lte, sql, sum } from 'drizzle-orm';
import type { JoinedTogether, LeftTogether } from '#app/features/churn/active-base.ts';
import type { TenantDb } from '../../open.ts';
import { departures, lineLives } from '../schema/churn.ts';
import { promises } from '../schema/ladder.ts';
import { journalEntries } from '../schema/receivable.ts';
import { saveTalks } from '../schema/save.ts';
import { lines } from '../schema/subscriber.ts';

/** What the active base is taken apart by. */
export type BaseKey = 'carrier' | 'tariff';

const keyOf = (by: BaseKey) =>
  by === 'carrier' ? sql<string>`${lines.carrier}` : sql<string>`coalesce(${lines.tariffName}, '')`;

/** Lines by the day they joined and what they are, up to a date. */
export async function listJoinedBy(
  db: TenantDb,
  by: BaseKey,
  to: string,
): Promise<(JoinedTogether & { key: string })[]> {
  return db
    .select({ key: keyOf(by), on: lineLives.joinedOn, lines: count() })
    .from(lineLives)
    .innerJoin(lines, eq(lines.id, lineLives.lineId))
    .where(lte(lineLives.joinedOn, to))
    .groupBy(keyOf(by), lineLives.joinedOn);
}

/** Departures up to a date, those alike together. */
export async function listLeftBy(
  db: TenantDb,
  by: BaseKey,
  to: string,
): Promise<(LeftTogether & { key: string })[]> {
  const { on, kind, returnedOn } = departures;
  const { carrierAccountId } = lines;
  return db
    .select({ key: keyOf(by), on, kind, carrierAccountId, returnedOn, lines: count() })
    .from(departures)
    .innerJoin(lines, eq(lines.id, departures.lineId))
    .where(lte(on, to))
    .groupBy(keyOf(by), on, kind, carrierAccountId, returnedOn);
}

/** Talks with those who wished to leave, by how they ended within a time. */
export async function countSaves(db: TenantDb, { from, before }: { from: Date; before: Date }) {
  return db
    .select({ state: saveTalks.state, talks: count() })
    .from(saveTalks)
    .where(and(gte(saveTalks.closedAt, from), lt(saveTalks.closedAt, before)))
    .groupBy(saveTalks.state);
}

/** What was paid within dates, both within; the sign is as a person says it. */
export async function sumCollected(db: TenantDb, { from, to }: { from: string; to: string }) {
  const [row] = await db
    .select({ kopecks: sql<number>`coalesce(-sum(${journalEntries.kopecks}), 0)`, payments: count() })
    .from(journalEntries)
    .where(and(eq(journalEntries.kind, 'payment'), between(journalEntries.on, from, to)));
  return row ?? { kopecks: 0, payments: 0 };
}

/** Promises that ended within dates, kept and broken. */
export async function countPromises(db: TenantDb, { from, to }: { from: string; to: string }) {
  return db
    .select({ state: promises.state, promises: count(), kopecks: sum(promises.kopecks).mapWith(Number) })
    .from(promises)
    .where(and(inArray(promises.state, ['kept', 'broken']), between(promises.lastOn, from, to)))
    .groupBy(promises.state);
}
