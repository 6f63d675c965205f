import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfOffer, fullMonths, type LineFacts, type OfferTerms, standsMs } from './eligibility.ts';

const now = new Date('2026-03-02T09:00:00Z');
const rules = {
  carriers: ['mts'],
  tariffs: ['T1'],
  tenureAtLeast: 6,
  budgetKopecks: 100_000,
  timesALine: 2,
  everyDays: 365,
};
const offer: OfferTerms = {
  kind: 'save',
  payload: { kind: 'option.connect', optionCode: 'GB5' },
  costKopecks: 30_000,
  rules,
  withdrawnAt: null,
};
const line: LineFacts = {
  carrier: 'mts',
  tariffCode: 'T1',
  tenureMonths: 6,
  isBlocked: false,
  hasLeft: false,
  openSubjects: ['tariff'],
};
const made = { spentKopecks: 70_000, timesToLine: 1 };
const ask = (over: { offer?: object; line?: object; made?: object; proposedAt?: Date }) =>
  faultOfOffer(
    { ...offer, ...over.offer },
    { ...line, ...over.line },
    { ...made, ...over.made },
    { now, proposedAt: over.proposedAt ?? null },
  );

test.each([
  ['all as it must be, the last of the budget', {}, null],
  ['withdrawn', { offer: { withdrawnAt: now } }, 'withdrawn'],
  ['of another carrier', { line: { carrier: 'beeline' } }, 'other-carrier'],
  ['on another tariff', { line: { tariffCode: 'T2' } }, 'other-tariff'],
  ['of a tariff nobody knows', { line: { tariffCode: null } }, 'other-tariff'],
  ['a month too new', { line: { tenureMonths: 5 } }, 'too-new'],
  ['has left', { line: { hasLeft: true } }, 'left'],
  ['to be brought back, but here', { offer: { kind: 'win-back' } }, 'not-left'],
  ['to be brought back, and gone', { offer: { kind: 'win-back' }, line: { hasLeft: true } }, null],
  ['blocked', { line: { isBlocked: true } }, 'line-blocked'],
  ['the same option is being connected', { line: { openSubjects: ['option:GB5'] } }, 'change-pending'],
  [
    'a credit collides with no change',
    { offer: { payload: null }, line: { openSubjects: ['option:GB5'] } },
    null,
  ],
  ['twice in its period', { made: { timesToLine: 2 } }, 'often-enough'],
  ['a kopeck over the budget', { made: { spentKopecks: 70_001 } }, 'budget-spent'],
  [
    'for all carriers and tariffs',
    { offer: { rules: { ...rules, carriers: [], tariffs: [] } }, line: { carrier: 'x', tariffCode: null } },
    null,
  ],
])('%s', (_, over, fault) => {
  expect(ask(over)).toBe(fault);
});

test.each([
  ['proposed before, the same day', -60_000, 60_000, null],
  ['proposed before, to the last moment', -60_000, standsMs, null],
  ['proposed before, too long ago', -60_000, standsMs + 1, 'withdrawn'],
  ['proposed after', 1, 60_000, 'withdrawn'],
])('withdrawn, %s', (_, proposed, since, fault) => {
  const withdrawnAt = new Date(now.getTime() - since);
  expect(ask({ offer: { withdrawnAt }, proposedAt: new Date(withdrawnAt.getTime() + proposed) })).toBe(fault);
});

test('uses that were let through one after the other never cost more than the budget', () => {
  const sums = fc.tuple(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 90_000 }));
  fc.assert(
    fc.property(sums, fc.integer({ min: 1, max: 40 }), ([budgetKopecks, costKopecks], tries) => {
      let spentKopecks = 0;
      for (let time = 0; time < tries; time++) {
        const terms = { offer: { costKopecks, rules: { ...rules, budgetKopecks } } };
        if (ask({ ...terms, made: { spentKopecks } }) === null) spentKopecks += costKopecks;
      }
      expect(spentKopecks).toBeLessThanOrEqual(budgetKopecks);
    }),
  );
});

test.each([
  ['2026-01-15', '2026-03-15', 2],
  ['2026-01-15', '2026-03-14', 1],
  ['2024-12-31', '2026-01-01', 12],
  ['2026-03-15', '2026-03-01', 0],
])('from %s to %s: %i', (from, to, months) => {
  expect(fullMonths(from, to)).toBe(months);
});
