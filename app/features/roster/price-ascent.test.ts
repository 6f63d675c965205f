import { expect, it } from 'vitest';
import { openPriceAscent } from './price-ascent.ts';

/** Shifts each of which covers some rows and may be worked by so many; one missing costs 5, one too many 1. */
const shifts = [
  { rows: [0, 1], most: 2 },
  { rows: [1, 2], most: 2 },
];
const wanted = [3, 3, 1];

function bestAt(prices: Float64Array) {
  const have = [0, 0, 0];
  let bound = wanted.reduce((sum, count, row) => sum + count * (prices[row] ?? 0), 0);
  for (const { rows, most } of shifts) {
    const worth = rows.reduce((sum, row) => sum + (prices[row] ?? 0), 0);
    if (worth <= 0) continue;
    bound -= most * worth;
    for (const row of rows) have[row] = (have[row] ?? 0) + most;
  }
  return { bound, have };
}

it('climbs to what the best plan costs: one missing in the first row', () => {
  const ascent = openPriceAscent({
    low: new Float64Array(3).fill(-1),
    high: new Float64Array(3).fill(5),
    wanted,
  });
  const nought = new Float64Array(3);
  ascent.begin(nought, bestAt(nought));
  for (let round = 0; round < 200; round += 1) ascent.learn(bestAt(ascent.next(6)));
  expect(ascent.best()).toBeGreaterThan(4.9);
  expect(ascent.best()).toBeLessThanOrEqual(5 + 1e-9);
});
