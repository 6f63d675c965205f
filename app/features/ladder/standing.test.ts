import { expect, test } from 'vitest';
import { ladderMoveKinds } from './ladder.ts';
import { makeMove, type Standing, type StandingMove, type StandingState, standingMoves } from './standing.ts';

const table: readonly StandingMove[] = standingMoves;
const base: Standing = {
  strategyId: 'a',
  strategyVersion: 1,
  arm: 'champion',
  debtSince: '2026-03-01',
  step: 0,
  nextOn: null,
  hold: null,
  leftOn: null,
  version: 1,
};
const standingIn: Record<Exclude<StandingState, 'off'>, Standing> = {
  climbing: base,
  held: { ...base, hold: 'dispute' },
  left: { ...base, leftOn: '2026-03-02' },
};
const states = ['off', 'climbing', 'held', 'left'] as const;
const every = states.flatMap((from) =>
  ladderMoveKinds.flatMap((move) =>
    (['climbing', 'held', 'left'] as const).map((to) => ({ from, move, to })),
  ),
);

test.each(every)('$move from $from to $to', ({ from, move, to }) => {
  const isAllowed = table.some((row) => row.from === from && row.move === move && row.to === to);
  const make = () => makeMove(standingIn[to], from, { move });
  if (isAllowed) expect(make()).toMatchObject({ move, version: 1 });
  else expect(make).toThrow(`No "${move}" leads from "${from}" to "${to}"`);
});

test('every state is reached from off, from each there is a way on, and a move leads to one state', () => {
  const reached = new Set<StandingState>(['off']);
  for (const state of reached) for (const row of table) if (row.from === state) reached.add(row.to);
  expect([...reached].toSorted()).toEqual([...states].toSorted());
  for (const state of states) expect(table.some(({ from }) => from === state)).toBe(true);
  expect(new Set(table.map(({ from, move }) => `${from} ${move}`)).size).toBe(table.length);
});
