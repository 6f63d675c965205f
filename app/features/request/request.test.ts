import { expect, test } from 'vitest';
import { decideMove, isFinal, type Move, moves, movesOfPerson, requestStates, subjectOf } from './request.ts';

const table: readonly Move[] = moves;
const reachable = (from: string) => table.filter((row) => (row.from as readonly string[]).includes(from));

test.each(requestStates.flatMap((state) => table.map((row) => [state, row] as const)))(
  'from %s, $move',
  (state, row) => {
    for (const by of ['person', 'worker'] as const) {
      const allowed = row.from.includes(state) && row.by.includes(by);
      const decided = decideMove(state, row.move as (typeof moves)[number]['move'], by);
      expect(decided).toEqual(
        allowed
          ? { ok: true, to: row.to, event: row.event }
          : { ok: false, error: { code: 'move-not-allowed', move: row.move, state } },
      );
    }
  },
);

test('every state is reached from draft, and only final ones lead nowhere', () => {
  const reached = new Set<string>(['draft']);
  for (const state of reached) for (const row of reachable(state)) reached.add(row.to);
  expect([...reached].toSorted()).toEqual([...requestStates].toSorted());
  for (const state of requestStates) expect(reachable(state).length === 0).toBe(isFinal(state));
});

test('move names are unique, and nothing is sent without being claimed first', () => {
  expect(new Set(table.map((row) => row.move)).size).toBe(table.length);
  expect(table.filter((row) => row.to === 'sending').map((row) => row.move)).toEqual(['claim']);
});

test.each(['sending', 'accepted', 'unconfirmed'] as const)('nobody touches a request that is %s', (state) => {
  expect(movesOfPerson(state)).toEqual([]);
});

test('connecting and disconnecting one option touch the same thing', () => {
  expect(subjectOf({ kind: 'option.connect', optionCode: 'A' })).toBe('option:A');
  expect(subjectOf({ kind: 'option.disconnect', optionCode: 'A' })).toBe('option:A');
  expect(subjectOf({ kind: 'line.block', reason: 'wish' })).toBe(subjectOf({ kind: 'line.unblock' }));
});

test('two different tasks in words may be open at once, the same one may not', () => {
  const call = { kind: 'other', task: 'Перезвонить' } as const;
  expect(subjectOf(call)).toBe(subjectOf({ ...call }));
  expect(subjectOf(call)).not.toBe(subjectOf({ kind: 'other', task: 'Уточнить адрес' }));
});
