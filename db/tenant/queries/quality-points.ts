import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { pointEntries, pointRules, pointSources, seasons } from '../schema/quality.ts';

export type PointEntry = typeof pointEntries.$inferSelect;

export async function listSeasons(db: TenantDb) {
  return db.select().from(seasons).orderBy(asc(seasons.from));
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
