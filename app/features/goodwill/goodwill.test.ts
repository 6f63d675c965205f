import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideGoodwill } from './goodwill.ts';

const budget = { agentMonthKopecks: 500_000, caseKopecks: 50_000 };

test.each([
  ['within both', 30_000, { agentMonthKopecks: 0, caseKopecks: 0 }, budget, 'decided'],
  ['exactly both', 50_000, { agentMonthKopecks: 450_000, caseKopecks: 0 }, budget, 'decided'],
  ['a kopeck above the month', 1, { agentMonthKopecks: 500_000, caseKopecks: 0 }, budget, 'asked'],
  ['a kopeck above the case', 20_001, { agentMonthKopecks: 0, caseKopecks: 30_000 }, budget, 'asked'],
  ['nothing is budgeted', 1, { agentMonthKopecks: 0, caseKopecks: 0 }, null, 'asked'],
  ['a kind word costs nothing', 0, { agentMonthKopecks: 500_000, caseKopecks: 50_000 }, budget, 'decided'],
])('%s', (_what, amount, spent, limits, expected) => {
  expect(decideGoodwill(amount, spent, limits)).toBe(expected);
});

test('whatever was decided in whatever order, the month is never overspent', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000)), (amounts) => {
      let given = 0;
      for (const amount of amounts) {
        const spent = { agentMonthKopecks: given, caseKopecks: 0 };
        if (decideGoodwill(amount, spent, { ...budget, caseKopecks: 500_000 }) === 'decided') given += amount;
      }
      expect(given).toBeLessThanOrEqual(budget.agentMonthKopecks);
    }),
  );
});
