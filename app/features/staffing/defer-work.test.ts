import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deferWork } from './defer-work.ts';

test.each([
  ['fills the valley', [5, 1, 5], [0, 0, 0], [{ came: 0, due: 2, work: 4 }], [0, 4, 0]],
  ['waits for nothing that is due', [5, 1, 5], [0, 0, 0], [{ came: 0, due: 0, work: 2 }], [2, 0, 0]],
  ['takes idle time first', [5, 5], [2, 2], [{ came: 0, due: 1, work: 4 }], [0, 0]],
  ['comes not before it came', [0, 0, 0], [0, 0, 0], [{ came: 1, due: 2, work: 2 }], [0, 1, 1]],
  ['has nothing to do', [3, 3], [0, 0], [], [0, 0]],
])('%s', (_, live, idle, work, added) => {
  expect(deferWork(live, idle, work).added).toEqual(added);
});

test('what is due before it comes is refused', () => {
  expect(() => deferWork([1, 1], [0, 0], [{ came: 1, due: 0, work: 1 }])).toThrow(RangeError);
});

test('everything is done, each piece between its coming and its due', () => {
  const periods = 6;
  const piece = fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }))
    .map(([a, b, work]) => ({ came: Math.min(a, b), due: Math.max(a, b), work }));
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: periods, maxLength: periods });
  fc.assert(
    fc.property(counts, fc.array(piece, { maxLength: 6 }), (live, work) => {
      const { added, done } = deferWork(live, [], work);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(done)).toBeCloseTo(sum(work.map((one) => one.work)), 6);
      for (let from = 0; from < periods; from += 1) {
        for (let until = from; until < periods; until += 1) {
          const must = work.filter(({ came, due }) => came >= from && due <= until);
          expect(sum(added.slice(from, until + 1))).toBeGreaterThanOrEqual(
            sum(must.map((one) => one.work)) - 1e-6,
          );
        }
      }
    }),
  );
});
