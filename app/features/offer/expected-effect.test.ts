import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedEffect, prior } from './expected-effect.ts';

const share = (count: number, n: number) => ({ count, n });
const nothing = { withIt: share(0, 0), without: share(0, 0) };

test('of an offer that nobody has seen at work the prior is thought, and it is not known', () => {
  expect(expectedEffect({ talks: nothing, campaigns: [] })).toEqual({
    share: prior.share,
    interval: null,
    isKnown: false,
  });
  const never = { withIt: share(0, 0), without: share(30, 100) };
  expect(expectedEffect({ talks: never, campaigns: [] })).toMatchObject({
    share: prior.share,
    isKnown: false,
  });
});

test('few talks move the prior a little, many take its place', () => {
  const few = expectedEffect({ talks: { withIt: share(5, 5), without: share(2, 5) }, campaigns: [] });
  const many = expectedEffect({
    talks: { withIt: share(600, 1000), without: share(300, 1000) },
    campaigns: [],
  });
  expect(few.isKnown).toBe(false);
  expect(few.share).toBeCloseTo((0.6 * 1.25 + 0.03 * 40) / 41.25, 12);
  expect(many.isKnown).toBe(true);
  expect(many.share).toBeGreaterThan(0.25);
  expect(many.interval?.low).toBeGreaterThan(0.2);
  expect(many.interval?.high).toBeLessThan(0.32);
});

test('a drawn campaign counts twice what as many talks count that nobody drew', () => {
  const compared = { withIt: share(60, 100), without: share(40, 100) };
  const drawn = expectedEffect({ talks: nothing, campaigns: [compared] });
  const chosen = expectedEffect({ talks: compared, campaigns: [] });
  expect(drawn.share).toBeCloseTo((0.2 * 50 + 0.03 * 40) / 90, 12);
  expect(chosen.share).toBeCloseTo((0.2 * 25 + 0.03 * 40) / 65, 12);
});

test('what a campaign kept of few leavers is taken to the many of the save desk, and weighs less', () => {
  const talks = { withIt: share(0, 0), without: share(499, 998) };
  const campaign = { withIt: share(9500, 10_000), without: share(9000, 10_000) };
  const { share: effect } = expectedEffect({ talks, campaigns: [campaign] });
  const stretch = 0.5 / (1001 / 10_002);
  const weight = 5000 / stretch ** 2;
  expect(effect).toBeCloseTo((0.05 * stretch * weight + 0.03 * 40) / (weight + 40), 9);
});

test('the more stayed with it, the larger the effect; with fewer without it, too', () => {
  const figures = fc.record({
    n: fc.integer({ min: 1, max: 400 }),
    m: fc.integer({ min: 1, max: 400 }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
    b: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(figures, ({ n, m, a, b }) => {
      const [stay, other] = [Math.floor(a * (n - 1)), Math.floor(b * m)];
      const of = (count: number) =>
        expectedEffect({ talks: { withIt: share(count, n), without: share(other, m) }, campaigns: [] }).share;
      expect(of(stay + 1)).toBeGreaterThan(of(stay));
      expect(Math.abs(of(stay))).toBeLessThanOrEqual(1);
    }),
  );
});

test('the interval is of the effect that stands beside it: shrunk alike, and narrower the more was seen', () => {
  const seen = (n: number) =>
    expectedEffect({ talks: { withIt: share(n, n), without: share(0, n) }, campaigns: [] });
  for (const n of [1, 5, 40, 400]) {
    const { share: effect, interval } = seen(n);
    expect(interval?.low).toBeLessThan(effect);
    expect(interval?.high).toBeGreaterThan(effect);
  }
  // Five of five against none of five is no reason to think that everybody stays.
  expect(seen(5).interval?.high).toBeLessThan(0.3);
  const width = (n: number) => (seen(n).interval?.high ?? 1) - (seen(n).interval?.low ?? -1);
  expect(width(400)).toBeLessThan(width(40) / 2);
});

test('of a campaign alone an interval is known as well', () => {
  const campaign = { withIt: share(60, 100), without: share(40, 100) };
  const { interval, share: effect } = expectedEffect({ talks: nothing, campaigns: [campaign] });
  expect(effect - (interval?.low ?? 1)).toBeCloseTo(1.96 * Math.sqrt(0.25 / 90), 9);
});
