import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { makeMove, stateOf } from '#app/features/ladder/standing.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listStandingsToMove, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { ladderMoves, standings } from '#db/tenant/schema/ladder.ts';
import { placeOnVersion } from './place-on-version.ts';
import { inForceOf } from './strategy-version.ts';

type MoveDesk = { db: TenantDb; now: Date; timeZone: string };
type Target = { strategyId: string; version: number };
type Row = Awaited<ReturnType<typeof listStandingsToMove>>[number];

const pageSize = 200;

/**
 * Moves a page of those who stand on other versions to the one in force. `more`: there may be others.
 * `outdated`: another version is in force by now, and nobody is moved to this one.
 */
export async function moveStandings(desk: MoveDesk, target: Target): Promise<'done' | 'more' | 'outdated'> {
  const { db, now, timeZone } = desk;
  const inForce = inForceOf(await listStrategyVersions(db, target.strategyId));
  if (inForce?.number !== target.version) return 'outdated';
  const page = await listStandingsToMove(db, { ...target, limit: pageSize });
  if (page.length === 0) return 'done';
  const on = dateAt(now.getTime(), timeZone);
  const placed = page.map((row) => ({ row, next: placeOnVersion(row, inForce, on) }));
  // Who was moved by something else meanwhile makes the whole page fail, and it is read again.
  await commit(db, [
    ...placed.map(({ row, next }) => updateStanding(desk, row, next)),
    db.insert(ladderMoves).values(placed.map(({ row, next }) => moveOf({ row, next, on, now }))),
  ]);
  return 'more';
}

function updateStanding({ db, now }: MoveDesk, row: Row, { strategyVersion, step, nextOn, version }: Row) {
  const isAsRead = and(eq(standings.receivableId, row.receivableId), eq(standings.version, row.version));
  return db.update(standings).set({ strategyVersion, step, nextOn, version, changedAt: now }).where(isAsRead);
}

function moveOf({ row, next, on, now }: { row: Row; next: Row; on: string; now: Date }) {
  const { receivableId, debtSince, strategyId, strategyVersion, arm } = next;
  const why = `${row.strategyVersion} → ${strategyVersion}`;
  const { move, version } = makeMove(next, stateOf(row), { move: 'moved' });
  const of = { receivableId, debtSince, strategyId, strategyVersion, arm };
  return { id: uuid(), ...of, move, version, step: null, why, on, at: now };
}
