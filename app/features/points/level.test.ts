import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

test.each([
  [-40, 1, 0, 100],
  [0, 1, 0, 100],
  [99, 1, 0, 100],
  [100, 2, 100, 300],
  [299, 2, 100, 300],
  [300, 3, 300, 600],
  [4500, 10, 4500, 5500],
])('%i points are level %i, from %i to %i', (points, level, from, to) => {
  expect(levelOf(points)).toEqual({ level, from, to });
});

test('whatever the points, they lie within their level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), (points) => {
      const { from, to } = levelOf(points);
      expect(from <= points && points < to).toBe(true);
    }),
  );
});
