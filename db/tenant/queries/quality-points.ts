import { and, asc, count, eq, inArray, max, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { pointEntries, pointRules, pointSources, seasons } from '../schema/quality.ts';

export type PointEntry = typeof pointEntries.$inferSelect;

export async function listSeasons(db: TenantDb) {
  return db.select().from(seasons).orderBy(asc(seasons.from));
}

/**
 * Breaks the key of a season, and so the whole batch, when by now a later one holds on the day: an entry that was
 * thought out while a season was opened is thought out anew.
 */
export function demandSeasonOf(db: TenantDb, season: { id: string; from: string }, day: string): Statement {
  const isOver = sql`exists (select 1 from seasons as later where later."from" > ${season.from} and later."from" <= ${day})`;
  return db.insert(seasons).select(
    db
      .select()
      .from(seasons)
      .where(and(eq(seasons.id, season.id), isOver)),
  );
}

/** The same for a season that is opened: when something was booked on its days by now. */
export function demandNothingFrom(db: TenantDb, season: { id: string; from: string }): Statement {
  const isBooked = sql`exists (select 1 from point_entries where day >= ${season.from})`;
  return db.insert(seasons).select(
    db
      .select()
      .from(seasons)
      .where(and(eq(seasons.id, season.id), isBooked)),
  );
}

export async function countEntries(db: TenantDb): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(pointEntries);
  return row?.rows ?? 0;
}

export async function listPointRules(db: TenantDb) {
  return db.select().from(pointRules).orderBy(asc(pointRules.id), asc(pointRules.version));
}

/** The newest version of a source that was settled, or null. */
export async function getSettledVersion(db: TenantDb, type: string, id: string): Promise<number | null> {
  const [row] = await db
    .select({ version: max(pointSources.version) })
    .from(pointSources)
    .where(and(eq(pointSources.type, type), eq(pointSources.id, id)));
  return row?.version ?? null;
}

/** Awards of a source that were not taken back. */
export async function listLiveAwards(db: TenantDb, type: string, id: string): Promise<PointEntry[]> {
  const rows = await db
    .select()
    .from(pointEntries)
    .where(and(eq(pointEntries.sourceType, type), eq(pointEntries.sourceId, id)))
    .orderBy(asc(pointEntries.seq));
  const reversed = new Set(rows.map(({ reversesSeq }) => reversesSeq));
  return rows.filter(({ kind, seq }) => kind === 'award' && !reversed.has(seq));
}

export type SpanKey = { agentId: string; ruleId: string; ruleVersion: number; span: string };

/** Σ raw of each span, in the order asked for. */
export async function listSpanSums(db: TenantDb, spans: readonly SpanKey[]): Promise<number[]> {
  return Promise.all(
    spans.map(async ({ agentId, ruleId, ruleVersion, span }) => {
      const [row] = await db
        .select({ raw: sql<number>`coalesce(sum(${pointEntries.raw}), 0)` })
        .from(pointEntries)
        .where(
          and(
            eq(pointEntries.agentId, agentId),
            eq(pointEntries.ruleId, ruleId),
            eq(pointEntries.ruleVersion, ruleVersion),
            eq(pointEntries.span, span),
          ),
        );
      return row?.raw ?? 0;
    }),
  );
}

/** The number of each agent's last entry. */
export async function listLastSequences(
  db: TenantDb,
  agentIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({ agentId: pointEntries.agentId, last: max(pointEntries.sequence) })
    .from(pointEntries)
    .where(inArray(pointEntries.agentId, [...agentIds]))
    .groupBy(pointEntries.agentId);
  return new Map(rows.map(({ agentId, last }) => [agentId, last ?? 0]));
}
