import { readLadders } from '#app/features/ladder/read-ladders.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getSpeaker } from '#db/tenant/queries/debt-pages.ts';
import {
  ladderMoves,
  standings,
  strategies,
  strategyTrials,
  strategyVersions,
} from '#db/tenant/schema/ladder.ts';
import { createDraws } from './draws.ts';
import { ladderStrategies } from './ladder-strategies.ts';
import { planId, type TenantPlan } from './plan.ts';
import { listDebtors, readDebtHistories } from './read-debt-histories.ts';
import { type Replay, replayLadder } from './replay-ladder.ts';
import { storeEffects } from './store-ladder-effects.ts';

const [weeks, hourMs] = [26, 3_600_000];
const trial = { challengerPercent: 35, controlPercent: 15 };
const rowsPerBatch = 400;

/**
 * A strategy that has run for half a year beside a challenger and a control, and where every debtor stands on it: as
 * the nights until yesterday would have left him. After the books and whatever was promised.
 */
export async function seedLadder(
  db: TenantDb,
  plan: TenantPlan,
  { managerId, agents }: { managerId: string; agents: readonly string[] },
  now: Date,
): Promise<void> {
  const today = dateAt(now.getTime(), plan.timeZone);
  const [from, until] = [addDays(today, -7 * weeks), addDays(today, -1)];
  const begunAt = new Date(midnightOf(from, plan.timeZone));
  await write(db, storeStrategies(db, plan, managerId, begunAt));
  const ladders = await readLadders(db);
  const debtors = await listDebtors(db);
  const histories = await readDebtHistories(db, debtors, { timeZone: plan.timeZone, today });
  const replays = histories.map((history) => replayLadder(history, ladders, from, until));
  const moves = moveRows(plan, replays);
  await write(
    db,
    pieces(replays.flatMap(standingRow(now)), (rows) => db.insert(standings).values(rows)),
  );
  await write(
    db,
    pieces(moves, (rows) => db.insert(ladderMoves).values(rows)),
  );
  const speaker = (await getSpeaker(db, now)) ?? { creditor: plan.name, phone: '8 800 555-01-23' };
  const around = { plan, debtors, agents, speaker, today, draws: createDraws(plan.seed + 62), now };
  await write(db, storeEffects(db, around, replays, moves));
}

function storeStrategies(db: TenantDb, plan: TenantPlan, by: string, at: Date): Statement[] {
  const [championId = '', challengerId = ''] = ladderStrategies.map((_, index) =>
    planId(plan, 'strategy', at, index),
  );
  const made = ladderStrategies.flatMap(({ name, rules }, index) => {
    const strategyId = planId(plan, 'strategy', at, index);
    const version = {
      strategyId,
      number: 1,
      rules,
      savedBy: by,
      savedAt: at,
      inForceFrom: at,
      putInForceBy: by,
    };
    return [
      db.insert(strategies).values({ id: strategyId, name, createdBy: by, createdAt: at }),
      db.insert(strategyVersions).values(version),
    ];
  });
  const id = planId(plan, 'strategy', at, ladderStrategies.length);
  const run = {
    id,
    championId,
    challengerId,
    ...trial,
    salt: `${plan.slug}-1`,
    startedBy: by,
    startedAt: at,
  };
  return [...made, db.insert(strategyTrials).values(run)];
}

function standingRow(changedAt: Date) {
  return ({ receivableId, standing }: Replay) => (standing ? [{ receivableId, ...standing, changedAt }] : []);
}

export type MoveRow = ReturnType<typeof moveRows>[number];

/** A night's moves at two o'clock, those after a payment in the afternoon. */
function moveRows(plan: TenantPlan, replays: readonly Replay[]) {
  let index = 0;
  return replays.flatMap(({ receivableId, moves }) =>
    moves.map(({ by, ...move }) => {
      const at = new Date(midnightOf(move.on, plan.timeZone) + (by === 'night' ? 2 : 15) * hourMs);
      index += 1;
      return { id: planId(plan, 'ladderMove', at, index), receivableId, ...move, at };
    }),
  );
}

function pieces<Row>(rows: Row[], store: (rows: Row[]) => Statement): Statement[] {
  const count = Math.ceil(rows.length / rowsPerBatch);
  return Array.from({ length: count }, (_, n) => store(rows.slice(n * rowsPerBatch, (n + 1) * rowsPerBatch)));
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  if (statements.length === 0) return;
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`There is a ladder already: ${written.conflict} is taken.`);
}
