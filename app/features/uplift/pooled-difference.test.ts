import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeInterval } from './newcombe-interval.ts';
import { pooledDifference, type Stratum } from './pooled-difference.ts';

const share = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const stratum = fc.record({ treated: share, control: share });

test('of one stratum it is the interval of Newcombe', () => {
  fc.assert(
    fc.property(stratum, ({ treated, control }) => {
      const [pooled, own] = [pooledDifference([{ treated, control }]), newcombeInterval(treated, control)];
      for (const end of ['value', 'low', 'high'] as const) expect(pooled[end]).toBeCloseTo(own[end], 9);
    }),
  );
});

test('it stays within what shares can differ by, and holds what it estimates', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), (strata) => {
      const { value, low, high } = pooledDifference(strata);
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(high).toBeLessThanOrEqual(1 + 1e-9);
      expect(low).toBeLessThanOrEqual(value + 1e-12);
      expect(high).toBeGreaterThanOrEqual(value - 1e-12);
    }),
  );
});

const often: Stratum = { treated: { count: 400, n: 800 }, control: { count: 120, n: 200 } };
const seldom: Stratum = { treated: { count: 20, n: 2000 }, control: { count: 10, n: 500 } };

test('the differences count by their treated people', () => {
  expect(pooledDifference([often, seldom]).value).toBeCloseTo((800 * -0.1 + 2000 * -0.01) / 2800, 12);
});

test('a wave with a larger control group does not turn a fall into a rise', () => {
  const wave = { treated: { count: 10, n: 1000 }, control: { count: 18, n: 1000 } };
  const other = { treated: { count: 270, n: 900 }, control: { count: 32, n: 100 } };
  const all = newcombeInterval({ count: 280, n: 1900 }, { count: 50, n: 1100 });
  expect(all.value).toBeGreaterThan(0);
  expect(pooledDifference([wave, other]).value).toBeLessThan(0);
});

test('strata that tell who leaves make the interval narrower', () => {
  const pooled = pooledDifference([often, seldom]);
  const alone = newcombeInterval({ count: 420, n: 2800 }, { count: 130, n: 700 });
  expect(pooled.high - pooled.low).toBeLessThan(0.85 * (alone.high - alone.low));
});

test('where nobody did it, it is not sure that nobody would', () => {
  const none = { treated: { count: 0, n: 300 }, control: { count: 0, n: 100 } };
  const { value, low, high } = pooledDifference([none, none]);
  expect(value).toBe(0);
  expect(low).toBeLessThan(-0.01);
  expect(high).toBeGreaterThan(0.005);
});
