import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemStatistics } from './item-statistics.ts';

const times = (n: number, isRight: boolean, rest: number) =>
  Array.from({ length: n }, () => ({ isRight, rest }));

test.each([
  ['twenty-nine answers say nothing', times(29, true, 0.5), null],
  [
    'the best were right',
    [...times(15, true, 1), ...times(15, false, 0)],
    { facility: 0.5, discrimination: 100 },
  ],
  [
    'the best were wrong',
    [...times(15, false, 1), ...times(15, true, 0)],
    { facility: 0.5, discrimination: -100 },
  ],
  ['all were right', [...times(15, true, 1), ...times(15, true, 0)], { facility: 1, discrimination: null }],
  [
    'all else was alike',
    [...times(15, true, 0.3), ...times(15, false, 0.3)],
    { facility: 0.5, discrimination: null },
  ],
  [
    'half of each',
    [...times(10, true, 1), ...times(10, false, 0), ...times(10, true, 0), ...times(10, false, 1)],
    { facility: 0.5, discrimination: 0 },
  ],
])('%s', (_what, responses, figures) => {
  expect(itemStatistics(responses).figures).toEqual(figures);
});

/** 20 of 30 right: Σ(x−x̄)² = 20/3, Σ(y−ȳ)² = 448/375, Σ(x−x̄)(y−ȳ) = 16/15; 100·(16/15)/√(20/3·448/375) = 37.7964. */
test('an example counted by hand', () => {
  const right = [...times(12, true, 0.8), ...times(8, true, 0.4)];
  const { figures } = itemStatistics([...right, ...times(2, false, 0.8), ...times(8, false, 0.4)]);
  expect(figures?.facility).toBeCloseTo(2 / 3, 12);
  expect(figures?.discrimination).toBeCloseTo(37.7964473, 6);
});

test('it stays between −100 and 100, whatever was answered, and does not mind how much the rest was worth', () => {
  const response = fc.record({ isRight: fc.boolean(), rest: fc.integer({ min: 0, max: 12 }) });
  fc.assert(
    fc.property(fc.array(response, { minLength: 30, maxLength: 60 }), (rows) => {
      const figure = (scale: number) =>
        itemStatistics(rows.map(({ isRight, rest }) => ({ isRight, rest: rest / scale }))).figures
          ?.discrimination;
      const [one, other] = [figure(12), figure(5)];
      if (one === null || one === undefined) return;
      expect(Math.abs(one)).toBeLessThanOrEqual(100 + 1e-9);
      expect(other).toBeCloseTo(one, 6);
    }),
  );
});
