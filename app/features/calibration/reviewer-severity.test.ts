import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DoubleScore, severityOf } from './reviewer-severity.ts';

const scored = (subjectId: string, percents: Record<string, number>): DoubleScore[] =>
  Object.entries(percents).map(([reviewerId, percent]) => ({ reviewerId, subjectId, percent }));

test('a reviewer is measured by the mean of the others on the same work', () => {
  const all = [
    ...scored('a', { strict: 70, kind: 90, third: 80 }),
    ...scored('b', { strict: 60, kind: 80 }),
    ...scored('c', { kind: 100, third: 90 }),
    ...scored('alone', { strict: 0 }),
  ];
  const told = severityOf(all).map(({ reviewerId, n, difference, interval }) => [
    reviewerId,
    n,
    difference,
    interval && [interval.low.toFixed(2), interval.high.toFixed(2)],
  ]);
  // −15 and −20: mean −17.5, standard deviation 3.536, ± 12.706 × 3.536 ÷ √2.
  expect(told[0]).toEqual(['strict', 2, -17.5, ['-49.27', '14.27']]);
  // 0 and −10.
  expect(told[1]).toEqual(['third', 2, -5, ['-68.53', '58.53']]);
  // 15, 20 and 10: ± 4.303 × 5 ÷ √3.
  expect(told[2]).toEqual(['kind', 3, 15, ['2.58', '27.42']]);
});

test('one piece of work has no interval, and nobody is compared with himself', () => {
  expect(severityOf(scored('a', { one: 80 }))).toEqual([]);
  expect(severityOf(scored('a', { one: 80, two: 90 }))).toEqual([
    { reviewerId: 'one', n: 1, difference: -10, interval: null },
    { reviewerId: 'two', n: 1, difference: 10, interval: null },
  ]);
});

test('of two reviewers one is as strict as the other is kind', () => {
  const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(marks, (pairs) => {
      const [one, other] = severityOf(
        pairs.flatMap(([a, b], index) => scored(String(index), { one: a, other: b })),
      );
      expect((one?.difference ?? 1) + (other?.difference ?? 1)).toBeCloseTo(0, 9);
    }),
  );
});
