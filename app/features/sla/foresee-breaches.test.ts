import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agent, foreseeBreaches, scoreForecast, type WaitingCase } from './foresee-breaches.ts';

const shift = (freeAt = 0, until = 1000): Agent => ({ freeAt, until });
const waiting = (...dues: (number | null)[]): WaitingCase[] =>
  dues.map((dueAt, index) => ({ id: `c${index}`, dueAt, handlingMs: 10 }));
const taken = (queue: WaitingCase[], agents: Agent[], now = 0) =>
  foreseeBreaches(queue, agents, now).map(({ takenAt, isLate }) => [takenAt, isLate]);

test.each<[string, WaitingCase[], Agent[], unknown]>([
  [
    'one agent takes one after the other',
    waiting(5, 5, 30),
    [shift()],
    [
      [0, false],
      [10, true],
      [20, false],
    ],
  ],
  [
    'two agents take two at once',
    waiting(5, 5, 5),
    [shift(), shift()],
    [
      [0, false],
      [0, false],
      [10, true],
    ],
  ],
  [
    'whoever is busy comes later',
    waiting(5, 50),
    [shift(8)],
    [
      [8, true],
      [18, false],
    ],
  ],
  ['taken at the very moment is in time', waiting(8), [shift(8)], [[8, false]]],
  [
    'nobody begins after his shift',
    waiting(100, 100),
    [shift(0, 10)],
    [
      [0, false],
      [null, true],
    ],
  ],
  [
    'nobody on shift',
    waiting(100, null),
    [],
    [
      [null, true],
      [null, false],
    ],
  ],
  ['what stands is not late', waiting(null), [shift(50)], [[50, false]]],
  ['nobody waits', [], [shift()], []],
])('%s', (_what, queue, agents, expected) => {
  expect(taken(queue, agents)).toEqual(expected);
});

test('time already passed is not worked in', () => {
  expect(taken(waiting(40, 60), [shift(0)], 50)).toEqual([
    [50, true],
    [60, false],
  ]);
});

const queue = fc.array(
  fc.record({
    id: fc.uuid(),
    dueAt: fc.option(fc.nat(500)),
    handlingMs: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 40 },
);
const team = fc.array(fc.record({ freeAt: fc.nat(50), until: fc.constant(10_000) }), {
  minLength: 1,
  maxLength: 6,
});

test('one more agent never makes a case later, and nobody is taken before his turn', () => {
  fc.assert(
    fc.property(queue, team, (cases, agents) => {
      const few = foreseeBreaches(cases, agents, 0).map(({ takenAt }) => takenAt ?? Number.POSITIVE_INFINITY);
      const more = foreseeBreaches(cases, [...agents, shift()], 0).map(
        ({ takenAt }) => takenAt ?? Number.POSITIVE_INFINITY,
      );
      expect(more.every((at, index) => at <= (few[index] ?? 0))).toBe(true);
      expect(few).toEqual(few.toSorted((a, b) => a - b));
    }),
  );
});

test.each([
  [
    'nothing was foretold and nothing was late',
    [],
    { precision: null, recall: null, foretold: 0, late: 0, right: 0 },
  ],
  [
    'three foretold, two of them late, one missed',
    [
      [true, true],
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ],
    { precision: 2 / 3, recall: 2 / 3, foretold: 3, late: 3, right: 2 },
  ],
  [
    'foretold and never late',
    [[true, false]],
    { precision: 0, recall: null, foretold: 1, late: 0, right: 0 },
  ],
])('%s', (_what, told, score) => {
  expect(
    scoreForecast(told.map(([isLate, wasLate]) => ({ isLate: isLate === true, wasLate: wasLate === true }))),
  ).toEqual(score);
});
