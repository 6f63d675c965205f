import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bounds,
  firstParameters,
  promisedMetrics,
  type ServiceTerms,
  type Threshold,
} from './service-terms.ts';
import { type SettledFigure, settleMonth } from './settle-month.ts';

const threshold = (given: Partial<Threshold> = {}): Threshold => ({
  metric: 'serviceLevel',
  bound: 'at-least',
  value: 800,
  penaltyKopecks: 100_00,
  bonusKopecks: 50_00,
  ...given,
});
const terms = (thresholds: Threshold[], given: Partial<ServiceTerms> = {}): ServiceTerms => ({
  parameters: firstParameters,
  feeKopecks: 10_000_00,
  mostPenaltyPerMille: 200,
  mostBonusPerMille: 100,
  ...given,
  thresholds,
});
const share = (numerator: number, denominator = 1000): SettledFigure => ({
  metric: 'serviceLevel',
  unit: 'share',
  numerator,
  denominator,
});
const wait = (ms: number, calls: number): SettledFigure => ({
  metric: 'serviceLevel',
  unit: 'ms',
  numerator: ms,
  denominator: calls,
});
const atMost = { bound: 'at-most', value: 25_000 } as const;

test.each([
  ['just met', {}, share(800), { steps: 0, amountKopecks: 0, difference: 0 }],
  [
    'missed by one call of a million',
    {},
    share(799_999, 1_000_000),
    { steps: 1, amountKopecks: -100_00, difference: -1 },
  ],
  ['a whole point below', {}, share(790), { steps: 1, amountKopecks: -100_00 }],
  ['a point and a started one below', {}, share(789), { steps: 2, amountKopecks: -200_00, difference: -11 }],
  ['two points above', {}, share(820), { steps: 2, amountKopecks: 100_00, difference: 20 }],
  [
    'thirds are not rounded in anybody’s favour',
    { value: 333 },
    share(1, 3),
    { steps: 1, amountKopecks: 50_00, value: 333 },
  ],
  [
    'a target costs nothing',
    { bound: 'target' },
    share(10),
    { steps: 0, amountKopecks: 0, difference: -790 },
  ],
  [
    'a wait too long',
    atMost,
    wait(26_500 * 4, 4),
    { steps: 2, amountKopecks: -200_00, value: 26_500, difference: -1500 },
  ],
  ['a wait shorter', atMost, wait(24_000, 1), { steps: 1, amountKopecks: 50_00, difference: 1000 }],
  [
    'of nobody nothing is known',
    {},
    share(0, 0),
    { steps: 0, amountKopecks: 0, value: null, difference: null },
  ],
  ['another metric', { metric: 'satisfaction' }, share(100), { unit: null, value: null, amountKopecks: 0 }],
  ['the cap', {}, share(0), { steps: 80, amountKopecks: -2_000_00, cutKopecks: 6_000_00 }],
] as const)('%s', (_, given, figure, line) => {
  expect(settleMonth(terms([threshold(given)]), [figure]).lines[0]).toMatchObject(line);
});

test('the cap holds for all lines together, and the month is the fee with all of them', () => {
  const both = [
    threshold({ penaltyKopecks: 1_500_00 }),
    threshold({ metric: 'handlingTime', ...atMost, penaltyKopecks: 1_500_00 }),
  ];
  const settled = settleMonth(terms(both), [share(795), { ...wait(25_500, 1), metric: 'handlingTime' }]);
  expect(settled.lines.map(({ amountKopecks }) => amountKopecks)).toEqual([-1_500_00, -500_00]);
  expect(settled).toMatchObject({ penaltyKopecks: 2_000_00, bonusKopecks: 0, dueKopecks: 8_000_00 });
});

const metricAt = (place: number) => promisedMetrics[place] ?? 'serviceLevel';
const anyThreshold = fc.record({
  bound: fc.constantFrom(...bounds),
  value: fc.integer({ min: 0, max: 1000 }),
  penaltyKopecks: fc.integer({ min: 0, max: 5_000_00 }),
  bonusKopecks: fc.integer({ min: 0, max: 5_000_00 }),
});
const anyTerms = fc
  .tuple(fc.array(anyThreshold, { maxLength: 5 }), fc.nat(1000), fc.nat(1000), fc.nat(100_000_00))
  .map(([all, mostPenaltyPerMille, mostBonusPerMille, feeKopecks]) =>
    terms(
      all.map((one, place) => ({ ...one, metric: metricAt(place) })),
      { mostPenaltyPerMille, mostBonusPerMille, feeKopecks },
    ),
  );
const anyFigures = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 5, maxLength: 5 });
const figuresOf = (sums: [number, number][]): SettledFigure[] =>
  sums.map(([one, other], place) => ({
    metric: metricAt(place),
    unit: 'share',
    numerator: Math.min(one, other),
    denominator: Math.max(one, other),
  }));

test('no month costs more than its cap, and its sums are the sums of its lines', () => {
  fc.assert(
    fc.property(anyTerms, anyFigures, (given, sums) => {
      const { lines, penaltyKopecks, bonusKopecks, dueKopecks } = settleMonth(given, figuresOf(sums));
      expect(penaltyKopecks * 1000).toBeLessThanOrEqual(given.feeKopecks * given.mostPenaltyPerMille);
      expect(bonusKopecks * 1000).toBeLessThanOrEqual(given.feeKopecks * given.mostBonusPerMille);
      const sum = lines.reduce((all, { amountKopecks }) => all + amountKopecks, 0);
      expect([sum, dueKopecks]).toEqual([bonusKopecks - penaltyKopecks, given.feeKopecks + sum]);
      for (const line of lines)
        expect(Math.abs(line.amountKopecks) + line.cutKopecks).toBe(line.steps * line.stepKopecks);
    }),
  );
});

test('whoever serves better never earns less', () => {
  fc.assert(
    fc.property(anyTerms, anyFigures, fc.nat(4), (given, sums, place) => {
      const bound = given.thresholds[place]?.bound ?? 'at-least';
      const worse = figuresOf(sums);
      const better = worse.map((figure, at) => {
        if (at !== place) return figure;
        const numerator = bound === 'at-most' ? figure.numerator - 1 : figure.numerator + 1;
        return { ...figure, numerator: Math.max(0, Math.min(figure.denominator, numerator)) };
      });
      expect(settleMonth(given, better).dueKopecks).toBeGreaterThanOrEqual(
        settleMonth(given, worse).dueKopecks,
      );
    }),
  );
});
