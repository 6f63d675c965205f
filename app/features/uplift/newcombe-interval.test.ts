import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeInterval } from './newcombe-interval.ts';

/** The first six are Newcombe's own table II, method 10. */
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [3238, 21387, 2262, 21306, 0.0389, 0.0516],
])('%i of %i against %i of %i', (a, m, b, n, low, high) => {
  const interval = newcombeInterval({ count: a, n: m }, { count: b, n });
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

test('the other way round it is the same with the other sign', () => {
  const share = fc.integer({ min: 1, max: 5000 }).chain((n) =>
    fc.record({
      count: fc.integer({ min: 0, max: n }),
      n: fc.constant(n),
    }),
  );
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [there, back] = [newcombeInterval(a, b), newcombeInterval(b, a)];
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeLessThanOrEqual(there.value);
      expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
