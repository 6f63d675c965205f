import { asc, count, eq, sql } from 'drizzle-orm';
import type { ChurnDefinition } from '#app/features/churn/definition.ts';
import type { Statement } from '../../commit.ts';
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

/** What was ever said to count as churn. */
export async function listDefinitions(db: TenantDb): Promise<ChurnDefinition[]> {
  return db.select().from(churnDefinitions).orderBy(asc(churnDefinitions.from)).limit(500);
}

/** Lines to learn from: all, or every so manieth where there are more than `most`. */
export async function sampleLines(db: TenantDb, most: number): Promise<string[]> {
  const [counted] = await db.select({ lines: count() }).from(lines);
  const every = Math.max(1, Math.ceil((counted?.lines ?? 0) / most));
  const rows = await db.select({ id: lines.id }).from(lines).where(sql`rowid % ${every} = 0`);
  return rows.map(({ id }) => id);
}

/** All departures of some lines, with the contract of each line. */
export async function listDeparturesOf(db: TenantDb, lineIds: readonly string[]) {
  return db
    .select({
      lineId: departures.lineId,
      on: departures.on,
      kind: departures.kind,
      carrierAccountId: lines.carrierAccountId,
    })
    .from(departures)
    .innerJoin(lines, eq(lines.id, departures.lineId))
    .where(sql`${departures.lineId} ${textsIn(lineIds)}`);
}

export async function findLineByNumber(db: TenantDb, msisdn: string): Promise<string | null> {
  const [row] = await db.select({ id: lines.id }).from(lines).where(eq(lines.msisdn, msisdn));
  return row?.id ?? null;
}

/** Keeps when a line joined and was last active; null leaves what is known. A line of which nothing is known joined today. */
export function storeLineLife(
  db: TenantDb,
  life: { lineId: string; joinedOn: string | null; lastActiveOn: string | null; today: string },
): Statement {
  const { lineId, joinedOn, lastActiveOn, today } = life;
  return db
    .insert(lineLives)
    .values({ lineId, joinedOn: joinedOn ?? lastActiveOn ?? today, lastActiveOn })
    .onConflictDoUpdate({
      target: lineLives.lineId,
      set: {
        joinedOn: sql`coalesce(${joinedOn}, ${lineLives.joinedOn})`,
        lastActiveOn: sql`nullif(max(coalesce(${lineLives.lastActiveOn}, ''), ${lastActiveOn ?? ''}), '')`,
      },
    });
}
