import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { DebtRow } from '#db/tenant/queries/debt-pages.ts';
import { factsOf, standingOf } from './debt-facts.ts';
import { judgePromises } from './judge-promises.ts';
import type { Ladders, settle, walk } from './walk.ts';
import { dropTasks, type KeptWalk, keepWalk, storeStandings } from './write-walks.ts';

/** `on`: the date in the tenant's zone. */
export type LadderDesk = { db: TenantDb; now: Date; on: string; ladders: Ladders };
export type Counts = Record<string, number>;
export type PlannedMoves = {
  statements: Statement[];
  /** Whoever moved. */
  kept: KeptWalk[];
  /** Who left or is held now: nothing more is to be done to them. */
  stopped: string[];
  counts: Counts;
};

/** What is to be written of the standings of some debts: walked by a night, or settled at once after a fact. */
export async function planMoves(
  { db, now, on, ladders }: LadderDesk,
  rows: DebtRow[],
  go: typeof walk | typeof settle,
): Promise<PlannedMoves> {
  const judged = await judgePromises(db, rows, on, now);
  const kept = rows
    .map((debt) => keepWalk(debt, go(standingOf(debt), factsOf(debt, judged.over), ladders, on)))
    .filter(({ moves }) => moves.length > 0);
  const stopped = kept.filter(isStopped).map(({ debt }) => debt.id);
  return {
    statements: [...judged.statements, ...dropTasks(db, stopped), ...storeStandings(db, kept, { on, now })],
    kept,
    stopped,
    counts: { kept: judged.kept, broken: judged.broken, ...countMoves(kept) },
  };
}

function isStopped({ moves }: KeptWalk): boolean {
  return moves.some(({ move }) => move === 'left' || move === 'held');
}

function countMoves(kept: readonly KeptWalk[]): Counts {
  const counts: Counts = {};
  for (const { move } of kept.flatMap(({ moves }) => moves)) counts[move] = (counts[move] ?? 0) + 1;
  return counts;
}
