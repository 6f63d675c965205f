import { expect, test } from 'vitest';
import { asElapsedDay, asWallDay, wallHalfHours } from './half-hours.ts';

test.each([
  ['an ordinary day', '2026-11-22', 48, [0, 1, 2, 3, 4, 5, 6, 7]],
  ['clocks go forward at two', '2026-03-29', 46, [0, 1, 2, 3, 6, 7, 8, 9]],
  ['clocks go back at three', '2026-10-25', 50, [0, 1, 2, 3, 4, 5, 4, 5, 6]],
])('%s', (_, on, count, begins) => {
  const wall = wallHalfHours(on, 'Europe/Berlin', count);
  expect(wall.slice(0, begins.length)).toEqual(begins);
  expect(wall.at(-1)).toBe(47);
});

test('what the wall clock shows twice is its mean, what it skips is not known', () => {
  const back = wallHalfHours('2026-10-25', 'Europe/Berlin', 50);
  const counts = Array.from({ length: 50 }, (_, place) => (place === 4 ? 10 : place === 6 ? 20 : 1));
  expect(asWallDay(counts, back)[4]).toBe(15);
  const forward = wallHalfHours('2026-03-29', 'Europe/Berlin', 46);
  expect(asWallDay(Array(46).fill(1), forward)[4]).toBeNaN();
});

test('a day of the wall clock lasts as long as its date', () => {
  const day = Float64Array.from({ length: 48 }, (_, slot) => slot);
  const forward = asElapsedDay(day, wallHalfHours('2026-03-29', 'Europe/Berlin', 46));
  expect(forward).toHaveLength(46);
  expect(forward[4]).toBe(6);
});
