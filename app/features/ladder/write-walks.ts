import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { endedStates, type Measure } from '#app/features/suspension/suspension.ts';
import type { Statement } from '#db/commit.ts';
import { columns, rowsFrom, textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import type { Work } from '#db/outbox.ts';
import type { DebtRow } from '#db/tenant/queries/debt-pages.ts';
import { bearsUpon } from '#db/tenant/queries/other-debts.ts';
import { callTasks, ladderMoves, standings, suspensions } from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import type { LadderMove } from './standing.ts';
import type { Effect, Walk } from './walk.ts';

/** A debt with the moves that were made, each under its id, and what they bring about. */
export type KeptWalk = {
  debt: DebtRow;
  standing: Walk['standing'];
  moves: (LadderMove & { id: string })[];
  effects: (Effect & { moveId: string })[];
};
export type When = { on: string; now: Date };
type Cells = (string | number | null)[];

export function keepWalk(debt: DebtRow, { standing, moves: made, effects: wanted }: Walk): KeptWalk {
  const moves = made.map((move) => ({ ...move, id: uuid() }));
  const idOf = new Map(moves.map(({ version, id }) => [version, id]));
  const effects = wanted.map((effect) => ({ ...effect, moveId: idOf.get(effect.version) ?? '' }));
  return { debt, standing, moves, effects };
}

/** Where each stands now, with the moves that led there. A move that was made meanwhile fails the batch. */
export function storeStandings(db: TenantDb, kept: readonly KeptWalk[], { on, now }: When): Statement[] {
  const moved = kept.filter(({ moves }) => moves.length > 0);
  if (moved.length === 0) return [];
  const at = now.getTime();
  const rows = rowsFrom(moved.map(standingRow));
  const moves = rowsFrom(moved.flatMap(moveRows));
  return [
    db
      .insert(standings)
      .select(sql`select ${columns(10)}, ${at} ${rows}`)
      .onConflictDoUpdate({ target: standings.receivableId, set: asInserted }),
    db.insert(ladderMoves).select(sql`select ${columns(10)}, ${on}, ${at} ${moves}`),
  ];
}

const asInserted = {
  strategyId: sql`excluded.strategy_id`,
  strategyVersion: sql`excluded.strategy_version`,
  arm: sql`excluded.arm`,
  debtSince: sql`excluded.debt_since`,
  step: sql`excluded.step`,
  nextOn: sql`excluded.next_on`,
  hold: sql`excluded.hold`,
  leftOn: sql`excluded.left_on`,
  version: sql`excluded.version`,
  changedAt: sql`excluded.changed_at`,
};

function standingRow({ debt, standing }: KeptWalk): Cells {
  if (!standing) throw new Error(`The debt ${debt.id} moved and stands nowhere.`);
  const { strategyId, strategyVersion, arm, debtSince, step, nextOn, hold, leftOn, version } = standing;
  return [debt.id, strategyId, strategyVersion, arm, debtSince, step, nextOn, hold, leftOn, version];
}

function moveRows({ debt, moves }: KeptWalk): Cells[] {
  return moves.map((move) => {
    const { id, version, debtSince, strategyId, strategyVersion, arm, step, why } = move;
    return [id, debt.id, version, move.move, debtSince, strategyId, strategyVersion, arm, step, why];
  });
}

/** A debtor has one open task at most: who is to be called already is not to be called twice. */
export function storeTasks(
  db: TenantDb,
  rows: { receivableId: string; moveId: string }[],
  { on, now }: When,
) {
  if (rows.length === 0) return [];
  const given = rowsFrom(rows.map(({ receivableId, moveId }) => [uuid(), receivableId, moveId]));
  const row = sql`${columns(3)}, ${on}, 'open', 1, null, null, null, null, null, null, ${now.getTime()}`;
  return [db.insert(callTasks).select(sql`select ${row} ${given}`).onConflictDoNothing()];
}

export type Proposal = { receivableId: string; lineId: string; measure: Measure; debtKopecks: number };

/** What is done to lines if a person says so. What is done to one, or is proposed already, is not proposed again. */
export function storeProposals(db: TenantDb, rows: Proposal[], { now }: When): Statement[] {
  if (rows.length === 0) return [];
  const given = rowsFrom(
    rows.map((one) => [uuid(), one.receivableId, one.lineId, one.measure, one.debtKopecks]),
  );
  const row = sql`${columns(4)}, 'proposed', 1, value ->> 4, ${now.getTime()}`;
  const rest = sql`null, null, null, null, null, null, null, null, null`;
  return [db.insert(suspensions).select(sql`select ${row}, ${rest} ${given}`).onConflictDoNothing()];
}

/** Whoever left or is held is called no more. */
export function dropTasks(db: TenantDb, receivableIds: readonly string[]): Statement[] {
  if (receivableIds.length === 0) return [];
  const isOf = sql`state = 'open' and receivable_id ${textsIn(receivableIds)}`;
  return [db.update(callTasks).set({ state: 'dropped', version: sql`version + 1` }).where(isOf)];
}

/** Lets the suspensions that some receivables bear upon be looked at, if there are any that have not ended. */
export function callSuspensions(
  db: TenantDb,
  receivableIds: readonly string[],
  lane: Work['lane'],
  now: Date,
): Statement[] {
  if (receivableIds.length === 0) return [];
  const ended = sql.join(
    endedStates.map((state) => sql`${state}`),
    sql`, `,
  );
  const given = rowsFrom(receivableIds.map((id) => [uuid(), id]));
  const at = now.getTime();
  const work = sql`'suspension-react', json_object('receivableId', value ->> 1), 'suspension-react', ${lane}`;
  const isOpen = sql`exists (select 1 from ${suspensions} where ${bearsUpon(sql`value ->> 1`)}
    and ${suspensions.state} not in (${ended}))`;
  return [
    db
      .insert(outbox)
      .select(sql`select value ->> 0, ${work}, ${at}, null, 0, null, ${at} ${given} and ${isOpen}`),
  ];
}
