import { expect, test } from 'vitest';
import type { PresenceState } from '../routing/routing.ts';
import { boardOf, gapsOf, isMissing, type Planned } from './board.ts';

const minuteMs = 60_000;
const at = (hours: number, minutes = 0) => (hours * 60 + minutes) * minuteMs;
const slotsOf = (from: number, needs: number[][]) =>
  needs.map((need, index) => ({ from: at(from, index * 30), to: at(from, index * 30 + 30), needs: need }));

/** On from nine to seventeen, a break at twelve, here since nine. */
function person(userId: string, over: Partial<Planned> = {}, state: PresenceState = 'online'): Planned {
  const breaks = [{ from: at(12), to: at(12, 30) }];
  return {
    userId,
    skills: 0b11,
    away: [],
    shifts: [{ id: userId, from: at(9), to: at(17), breaks }],
    presence: [{ state, from: at(9), to: at(24) }],
    ...over,
  };
}

test('what is needed, planned and there, half hour by half hour', () => {
  const away = [{ from: at(13), to: at(24) }];
  const people = [person('a'), person('b', { away }), person('c', { skills: 0b10 })];
  const board = boardOf(
    slotsOf(11, [
      [1, 1],
      [1, 1],
      [2, 1],
      [2, 1],
      [2, 1],
    ]),
    people,
    at(11, 15),
  );
  expect(board.map(({ plannedHeads }) => plannedHeads)).toEqual([3, 3, 0, 3, 2]);
  expect(board.map(({ expected }) => expected)).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
    [2, 1],
    [1, 1],
  ]);
  expect(board.map(({ thereTenths }) => thereTenths)).toEqual([30, null, null, null, null]);
  expect(gapsOf(board, at(11, 15))).toEqual([
    { from: at(12), to: at(12, 30), skill: 0, most: 2, personSlots: 2 },
    { from: at(12), to: at(12, 30), skill: 1, most: 1, personSlots: 1 },
    { from: at(13), to: at(13, 30), skill: 0, most: 1, personSlots: 1 },
  ]);
});

test('half hours that follow each other are one gap, over midnight too', () => {
  const board = boardOf(slotsOf(23, [[1], [2], [3], [0], [1]]), [], at(23, 10));
  expect(gapsOf(board, at(23, 10))).toEqual([
    { from: at(23), to: at(24, 30), skill: 0, most: 3, personSlots: 6 },
    { from: at(25), to: at(25, 30), skill: 0, most: 1, personSlots: 1 },
  ]);
});

test('who has not come is counted on no more, though he is of the plan', () => {
  const late = person('a', { presence: [] });
  const [slot] = boardOf(slotsOf(9, [[1, 0]]), [late], at(9, 15));
  expect(slot).toMatchObject({ planned: [1, 0], expected: [0, 0], plannedHeads: 1, thereTenths: 0 });
});

test.each([
  ['he may be ten minutes late', person('a', { presence: [] }), at(9, 9), false],
  ['then he is missing', person('a', { presence: [] }), at(9, 10), true],
  ['a pause is no absence', person('a', {}, 'away'), at(10), false],
  [
    'who has gone is missing',
    person('a', { presence: [{ state: 'online', from: at(9), to: at(10) }] }),
    at(10),
    true,
  ],
  ['the sick are excused', person('a', { presence: [], away: [{ from: at(0), to: at(24) }] }), at(10), false],
  ['after the shift nobody is', person('a', { presence: [] }), at(17), false],
])('%s', (_, who, now, missing) => {
  expect(isMissing(who, now)).toBe(missing);
});
