import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  beginRebuild,
  type Changed,
  deriveFacts,
  dropFacts,
  getNextCells,
  getNextPiece,
  getRebuild,
  listIdsBetween,
  moveRebuild,
  showCounted,
  sumCells,
} from '#db/tenant/queries/report-changes.ts';
import { idsAfter, idsBetween } from '#db/tenant/queries/report-facts.ts';
import { cellMoves } from '#db/tenant/queries/report-moves.ts';
import { readClockFacts } from './read-clock-facts.ts';
import { zoneDays } from './zone-days.ts';

/** The order in which facts are derived, and of how many at once: clocks of cases are reckoned in plain code. */
const stages: readonly { entity: Changed; atOnce: number }[] = [
  { entity: 'case', atOnce: 500 },
  { entity: 'request', atOnce: 20_000 },
  { entity: 'contact', atOnce: 10_000 },
];

/** Everything is to be counted from zero. Until it is, pages show what they showed; what changes meanwhile is counted after it. */
export async function askRebuild(db: TenantDb, now: Date): Promise<void> {
  await commit(db, beginRebuild(db, now));
}

/** How many were counted; of cells it is the months. */
type Step = { entity: Changed | 'cells'; n: number };

/**
 * Counts the next piece, from where the one before ended: killed, it goes on there. Facts come first, then their sums.
 * A tenant that was never counted begins. Returns `null` when all is done.
 */
export async function rebuildStep(db: TenantDb, now: Date, timeZone: string): Promise<Step | null> {
  const state = await getRebuild(db);
  if (!state) await askRebuild(db, now);
  const { entity, cursor } = state ?? { entity: 'case', cursor: '' };
  if (entity === 'cells') return sumStep(db, cursor, now);
  const stage = stages.findIndex((one) => one.entity === entity);
  const derived = stages[stage];
  if (!derived) return null;
  const n = await deriveStep(db, { ...derived, cursor, now, timeZone });
  if (n === 0) {
    const moved = moveRebuild(db, {
      entity: stages[stage + 1]?.entity ?? 'cells',
      cursor: '',
      endedAt: null,
    });
    // Beyond the last entity are the facts of what is no more.
    await commit(db, [...dropFacts(derived.entity, idsAfter(cursor)), moved]);
  }
  return { entity: derived.entity, n };
}

type Derived = { entity: Changed; atOnce: number; cursor: string; now: Date; timeZone: string };

/** Replaces the facts of the next ids by those that the log gives now. */
async function deriveStep(db: TenantDb, { entity, atOnce, cursor, now, timeZone }: Derived): Promise<number> {
  const piece = await getNextPiece(db, entity, cursor, atOnce);
  if (!piece) return 0;
  const days = zoneDays(timeZone);
  const span = idsBetween(cursor, piece.last);
  const ids = entity === 'case' ? await listIdsBetween(db, entity, cursor, piece.last) : [];
  const clocks = ids.length > 0 ? await readClockFacts(db, ids, now, days) : [];
  const moved = moveRebuild(db, { entity, cursor: piece.last, endedAt: null });
  await commit(db, [...dropFacts(entity, span), ...deriveFacts(entity, span, days, clocks), moved]);
  return piece.n;
}

/** Sums up the next month of one kind of day. After the last the new numbers are shown, all at once. */
async function sumStep(db: TenantDb, cursor: string, now: Date): Promise<Step> {
  const [move = 0, after = 0] = cursor.split(' ').map(Number);
  const piece = await getNextCells(db, { move, after });
  const state = { entity: 'cells', endedAt: null } as const;
  if (piece) {
    const moved = moveRebuild(db, { ...state, cursor: `${move} ${piece.to}` });
    await commit(db, [...sumCells(piece), moved]);
  } else if (move + 1 < cellMoves.length) {
    await commit(db, [moveRebuild(db, { ...state, cursor: `${move + 1} 0` })]);
  } else {
    const ended = moveRebuild(db, { entity: null, cursor: '', endedAt: now });
    await commit(db, [...showCounted(), ended], [{ topic: 'reports', id: 'cells' }]);
  }
  return { entity: 'cells', n: piece ? 1 : 0 };
}
