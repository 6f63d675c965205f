import fc from 'fast-check';
import { expect, test } from 'vitest';
import { featuresOf, type NonpaymentFeature, nonpaymentColumns } from './nonpayment-features.ts';
import { type PastCharge, replayCharges } from './replay-charges.ts';

const charge = (issuedOn: string, dueOn: string, settledOn: string | null, kopecks = 50_000): PastCharge => ({
  issuedOn,
  dueOn,
  settledOn,
  kopecks,
});
const named = (features: Float64Array | undefined) =>
  Object.fromEntries(nonpaymentColumns.map(({ name }, index) => [name, features?.[index]])) as Record<
    NonpaymentFeature,
    number
  >;

test('a first charge is foretold from itself alone', () => {
  const facts = { asOf: '2026-03-01', overdueSince: null, overdueKopecks: 0, balanceFall: null };
  const found = named(featuresOf(null, { dueOn: '2026-03-20', kopecks: 100_000 }, facts));
  expect(found).toMatchObject({ charges: 0, recentLate: 0, overdueDays: 0, overdueAmount: 0, tenureDays: 0 });
  expect(found.amount).toBeCloseTo(Math.log(1000), 12);
  expect([found.lateShare, found.lastDays, found.relativeAmount, found.balanceFall]).toEqual(
    Array(4).fill(Number.NaN),
  );
});

test('history, overdue debt and the size of the charge are told as figures', () => {
  const habit = {
    charges: 4,
    late: 1,
    lateDays: 8,
    lastDays: [8, -2, 0, -6],
    chargedKopecks: 200_000,
    firstDueOn: '2026-01-20',
    countedUntil: '2026-05-28',
  };
  const facts = { asOf: '2026-06-01', overdueSince: '2026-05-20', overdueKopecks: 75_000, balanceFall: 2 };
  expect(named(featuresOf(habit, { dueOn: '2026-06-20', kopecks: 50_000 }, facts))).toMatchObject({
    charges: 4,
    lateShare: 0.25,
    meanLateDays: 2,
    usualDays: 0,
    recentDays: 2,
    lastDays: 8,
    recentLate: 1,
    relativeAmount: 0,
    overdueDays: 12,
    overdueAmount: 1.5,
    tenureDays: 132,
    balanceFall: 2,
  });
});

test('an outcome counts only once it was known: paid later it is overdue, on the day itself it is not known', () => {
  const replayed = replayCharges(
    [
      charge('2026-01-01', '2026-01-20', '2026-03-01'),
      charge('2026-02-01', '2026-02-20', '2026-02-10'),
      charge('2026-03-01', '2026-03-20', '2026-03-19'),
      charge('2026-04-01', '2026-04-20', null),
    ],
    '2026-06-01',
  );
  expect(replayed.map(({ isLate }) => isLate)).toEqual([true, false, false, true]);
  const all = replayed.map(({ features }) => named(features));
  expect(all.map(({ charges }) => charges)).toEqual([0, 0, 1, 3]);
  expect(all.map(({ overdueDays }) => overdueDays)).toEqual([0, 12, 40, 0]);
  expect(all[3]?.lateShare).toBeCloseTo(1 / 3, 12);
});

test('who stands at a date leaves out what is not known then', () => {
  const charges = [
    charge('2026-01-01', '2026-01-20', '2026-05-01'),
    charge('2026-02-01', '2026-03-20', '2026-05-01'),
    charge('2026-04-01', '2026-04-20', '2026-04-10'),
  ];
  expect(replayCharges(charges, '2026-03-01').map(({ isLate }) => isLate)).toEqual([true]);
});

const day = fc
  .integer({ min: 0, max: 300 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const past = fc
  .tuple(day, day, fc.option(day), fc.integer({ min: 1, max: 1e6 }))
  .map(([issued, due, paid, k]) => {
    const [issuedOn = '', dueOn = ''] = [issued, due].sort();
    return charge(issuedOn, dueOn, paid && paid > issuedOn ? paid : null, k);
  });

test('whatever happens from the day of the forecast on changes nothing in its features', () => {
  fc.assert(
    fc.property(fc.array(past, { minLength: 1, maxLength: 12 }), past, (charges, later) => {
      const end = '2027-01-01';
      const before = replayCharges(charges, end);
      const changed = charges.map((one) => ({
        ...one,
        settledOn: one.settledOn && one.settledOn >= later.issuedOn ? null : one.settledOn,
      }));
      const after = replayCharges([...changed, later], end);
      const until = ({ asOf }: { asOf: string }) => asOf < later.issuedOn;
      const featuresBefore = (all: typeof before) => all.filter(until).map(({ features }) => [...features]);
      expect(featuresBefore(after)).toEqual(featuresBefore(before));
    }),
  );
});
