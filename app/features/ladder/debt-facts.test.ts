import { expect, test } from 'vitest';
import type { DebtRow } from '#db/tenant/queries/debt-pages.ts';
import { factsOf } from './debt-facts.ts';

const debt: DebtRow = {
  id: 'r',
  version: 1,
  balanceKopecks: 100,
  oldestDueOn: '2026-03-01',
  disputedKopecks: 0,
  lineId: null,
  carrier: null,
  subscriberId: 's',
  subscriberKind: 'person',
  subscriberName: 'А',
  probability: 0.4567,
  promiseId: null,
  planId: null,
  strategyId: null,
  strategyVersion: 0,
  arm: 'champion',
  debtSince: '',
  step: 0,
  nextOn: null,
  hold: null,
  leftOn: null,
  standingVersion: 0,
};

test.each<[string, Partial<DebtRow>, string[], string | null]>([
  ['nothing', {}, [], null],
  ['a dispute', { disputedKopecks: 1 }, [], 'dispute'],
  ['a promise', { promiseId: 'p' }, [], 'promise'],
  ['a plan', { planId: 'i' }, [], 'plan'],
  ['all three', { disputedKopecks: 1, promiseId: 'p', planId: 'i' }, [], 'dispute'],
  ['a promise beside a plan', { promiseId: 'p', planId: 'i' }, [], 'promise'],
  ['a promise that is over tonight', { promiseId: 'p' }, ['p'], null],
  ['a plan that is over tonight', { planId: 'i' }, ['i'], null],
  ['a plan, where the promise is over', { promiseId: 'p', planId: 'i' }, ['p'], 'plan'],
])('%s holds', (_name, row, over, hold) => {
  expect(factsOf({ ...debt, ...row }, new Set(over)).hold).toBe(hold);
});

test('the forecast is told per mille; of whom none is known, none', () => {
  expect(factsOf(debt, new Set()).riskPerMille).toBe(457);
  expect(factsOf({ ...debt, probability: null }, new Set()).riskPerMille).toBeNull();
});
