import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalsOf, reforecastDay } from './reforecast-day.ts';

const day = Array<number>(48).fill(10);
const morning = (each: number) => Array.from({ length: 48 }, (_, place) => (place < 16 ? each : null));

test.each([
  ['nothing is known yet', Array<null>(48).fill(null), 1],
  ['all is as foretold', morning(10), 1],
  ['half as much again', morning(15), 1.308],
  ['half', morning(5), 0.692],
  ['nothing comes', morning(0), 0.385],
])('%s', (_, came, level) => {
  expect(reforecastDay(day, came, 0.1).level).toBeCloseTo(level, 3);
});

test('what has come is what it is, the rest goes with the morning', () => {
  const again = reforecastDay(day, morning(20), 0.2);
  expect(again.values[3]).toBe(20);
  expect(again.values[40]).toBeCloseTo(10 * again.level, 12);
  const intervals = intervalsOf(again, morning(20));
  expect(intervals[3]).toEqual({ low: 20, high: 20 });
  expect(intervals[40]?.low).toBeLessThan(again.values[40] ?? 0);
});

const counts = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 48 });

test('the level lies between what was foretold and what came, whatever came', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (came, spread) => {
      const { level } = reforecastDay(day, came, spread);
      const ratio = came.reduce((sum, count) => sum + count, 0) / (10 * came.length);
      expect(level).toBeGreaterThanOrEqual(Math.min(1, ratio) - 1e-9);
      expect(level).toBeLessThanOrEqual(Math.max(1, ratio) + 1e-9);
    }),
  );
});

test('the longer the day, the more is known', () => {
  fc.assert(
    fc.property(counts, (came) => {
      const shorter = reforecastDay(day, came.slice(0, -1), 0.2);
      expect(reforecastDay(day, came, 0.2).spread).toBeLessThanOrEqual(shorter.spread);
    }),
  );
});
