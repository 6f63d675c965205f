import { expect, test } from 'vitest';
import { openForecasts } from './forecast-nonpayment.ts';
import { type DebtFacts, featuresOf } from './nonpayment-features.ts';
import type { PaymentHabit } from './payment-habit.ts';
import { scorecard } from './scorecard.ts';

const facts: DebtFacts = { asOf: '2026-06-01', overdueSince: null, overdueKopecks: 0, balanceFall: null };
const charge = { dueOn: '2026-06-20', kopecks: 50_000 };
const habitOf = (...lastDays: number[]): PaymentHabit => ({
  charges: lastDays.length,
  late: lastDays.filter((days) => days > 0).length,
  lateDays: lastDays.reduce((sum, days) => sum + Math.max(0, days), 0),
  lastDays,
  chargedKopecks: 50_000 * lastDays.length,
  firstDueOn: '2025-06-20',
  countedUntil: '2026-05-20',
});
const forecast = (habit: PaymentHabit | null, more: Partial<DebtFacts> = {}, kopecks = 50_000) =>
  openForecasts(scorecard)(featuresOf(habit, { ...charge, kopecks }, { ...facts, ...more }));

test('who paid late twice of late is told so; who pays in time, too', () => {
  const late = forecast(habitOf(9, 12, -3, 5));
  expect(late.reasons[0]).toBe('late-recently:2');
  const punctual = forecast(habitOf(-6, -6, -7, -6));
  expect(punctual.reasons[0]).toBe('pays-in-time');
  expect(late.probability).toBeGreaterThan(0.5);
  expect(punctual.probability).toBeLessThan(0.1);
});

test.each<[string, PaymentHabit | null, Partial<DebtFacts>, number, string]>([
  ['long ago', habitOf(-1, -1, -1, 4, 4, 4), {}, 50_000, 'late-before:3'],
  ['overdue now', habitOf(-1), { overdueSince: '2026-05-20', overdueKopecks: 100 }, 50_000, 'overdue-now:12'],
  ['a large charge', habitOf(-1, 0), {}, 200_000, 'larger-charge'],
  ['nothing known', null, {}, 50_000, 'short-history:0'],
  ['a balance that falls', habitOf(-1, 0), { balanceFall: 3 }, 50_000, 'balance-falls'],
])('%s is a reason', (_, habit, more, kopecks, reason) => {
  expect(forecast(habit, more, kopecks).reasons).toContain(reason);
});

test('what makes a payment less likely never lowers the probability of non-payment', () => {
  const byLate = [0, 1, 2, 3, 4].map((late) => forecast(habitOf(...[5, 5, 5, 5].fill(-1, late))).probability);
  const byDays = [0, 3, 10, 60].map(
    (days) =>
      forecast(habitOf(-1, -1), {
        overdueSince: new Date(Date.UTC(2026, 5, 1 - days)).toISOString().slice(0, 10),
        overdueKopecks: 100,
      }).probability,
  );
  for (const all of [byLate, byDays]) expect(all).toEqual(all.toSorted((a, b) => a - b));
});

test('a model that knows no balance still forecasts', () => {
  const older = {
    ...scorecard,
    terms: scorecard.terms.filter(({ name }) => name !== 'balanceFall').toReversed(),
  };
  const features = featuresOf(habitOf(9, 12), charge, facts);
  expect(openForecasts(older)(features).probability).toBeCloseTo(
    openForecasts(scorecard)(features).probability,
    12,
  );
});
