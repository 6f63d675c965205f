import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  beginRebuild,
  type Changed,
  dropFacts,
  getNextPiece,
  getRebuild,
  listIdsBetween,
  moveRebuild,
  putIn,
  showCounted,
} from '#db/tenant/queries/report-changes.ts';
import { idsAfter, idsBetween } from '#db/tenant/queries/report-facts.ts';
import { readClockFacts } from './read-clock-facts.ts';
import { zoneDays } from './zone-days.ts';

/** The order in which everything is counted, and how many at once: clocks of cases are reckoned in plain code. */
const stages: readonly { entity: Changed; atOnce: number }[] = [
  { entity: 'case', atOnce: 500 },
  { entity: 'request', atOnce: 20_000 },
  { entity: 'contact', atOnce: 20_000 },
];

/** Everything is to be counted from zero. Until it is, pages show what they showed; what changes meanwhile is counted after it. */
export async function askRebuild(db: TenantDb, now: Date): Promise<void> {
  await commit(db, beginRebuild(db, now));
}

/**
 * Counts the next piece, from where the one before ended: killed, it goes on there. A tenant that was never counted
 * begins. Returns how many it counted, or `null` when all is done.
 */
export async function rebuildStep(
  db: TenantDb,
  now: Date,
  timeZone: string,
): Promise<{ entity: Changed; n: number } | null> {
  const state = await getRebuild(db);
  if (!state) await askRebuild(db, now);
  const at = state ?? { entity: 'case', cursor: '' };
  const stage = stages.findIndex(({ entity }) => entity === at.entity);
  const { entity, atOnce } = stages[stage] ?? {};
  if (!entity || !atOnce) return null;
  const piece = await getNextPiece(db, entity, at.cursor, atOnce);
  if (!piece) {
    await endStage(db, { entity, next: stages[stage + 1]?.entity ?? null, cursor: at.cursor, now });
    return { entity, n: 0 };
  }
  const days = zoneDays(timeZone);
  const span = idsBetween(at.cursor, piece.last);
  const ids = entity === 'case' ? await listIdsBetween(db, entity, at.cursor, piece.last) : [];
  const clocks = ids.length > 0 ? await readClockFacts(db, ids, now, days) : [];
  const facts = putIn(entity, span, { days, clocks, cells: 'report_cells_next' });
  const moved = moveRebuild(db, { entity, cursor: piece.last, endedAt: null });
  await commit(db, [...dropFacts(entity, span), ...facts, moved]);
  return { entity, n: piece.n };
}

type StageEnd = { entity: Changed; next: Changed | null; cursor: string; now: Date };

/** Facts beyond the last entity are of what is no more. After the last stage the new numbers are shown, all at once. */
async function endStage(db: TenantDb, { entity, next, cursor, now }: StageEnd): Promise<void> {
  const moved = moveRebuild(db, { entity: next, cursor: '', endedAt: next ? null : now });
  const left = dropFacts(entity, idsAfter(cursor));
  if (next) await commit(db, [...left, moved]);
  else await commit(db, [...left, ...showCounted(), moved], [{ topic: 'reports', id: 'cells' }]);
}
