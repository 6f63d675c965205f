import { expect, test } from 'vitest';
import { chooseEntry } from './choose-entry.ts';
import type { StrategyRules } from './strategy.ts';

const rulesOf = (entry: Partial<StrategyRules['entry']> = {}): StrategyRules => ({
  entry: { leastKopecks: 10_000, subscribers: 'all', carriers: [], leastRiskPerMille: 0, ...entry },
  steps: [{ day: 3, action: 'sms', text: 'Оплатите' }],
});
const strategy = (strategyId: string, entry: Partial<StrategyRules['entry']> = {}) => ({
  strategyId,
  strategyVersion: 2,
  rules: rulesOf(entry),
});
const facts = {
  receivableId: 'r1',
  balanceKopecks: 20_000,
  oldestDueOn: '2026-03-01',
  hold: null,
  riskPerMille: 400,
  subscriber: 'person' as const,
  carrier: 'mts',
};
const trial = { championId: 'a', challengerId: 'b', challengerPercent: 0, controlPercent: 0, salt: 's' };

test.each([
  ['the sum is just the least', { leastKopecks: 20_000 }, true],
  ['the sum is a kopeck below', { leastKopecks: 20_001 }, false],
  ['a person, where persons are let on', { subscribers: 'person' as const }, true],
  ['a person, where companies are', { subscribers: 'company' as const }, false],
  ['his carrier is named', { carriers: ['beeline', 'mts'] }, true],
  ['another carrier is named', { carriers: ['beeline'] }, false],
  ['the risk is just the least', { leastRiskPerMille: 400 }, true],
  ['the risk is less', { leastRiskPerMille: 401 }, false],
])('%s', (_name, entry, isLetOn) => {
  expect(chooseEntry([strategy('a', entry)], null, facts) !== null).toBe(isLetOn);
});

test('whom no forecast knows is let on only where none is asked for', () => {
  const unknown = { ...facts, riskPerMille: null };
  expect(chooseEntry([strategy('a', { leastRiskPerMille: 1 })], null, unknown)).toBeNull();
  expect(chooseEntry([strategy('a')], null, unknown)).not.toBeNull();
});

test('of several the first that fits lets him on', () => {
  const inForce = [strategy('a', { subscribers: 'company' }), strategy('b'), strategy('c')];
  expect(chooseEntry(inForce, null, facts)).toMatchObject({ strategyId: 'b', arm: 'champion' });
});

test.each([
  [{ challengerPercent: 100 }, 'b', 'challenger'],
  [{ controlPercent: 100 }, 'a', 'control'],
  [{}, 'a', 'champion'],
])('a trial with %o', (percents, strategyId, arm) => {
  const inForce = [strategy('b'), strategy('a')];
  expect(chooseEntry(inForce, { ...trial, ...percents }, facts)).toMatchObject({ strategyId, arm });
});

test('a challenger lets nobody on by itself, and one that is not in force draws nobody', () => {
  const only = strategy('a', { subscribers: 'company' });
  expect(chooseEntry([only, strategy('b')], { ...trial, challengerPercent: 100 }, facts)).toBeNull();
  const all = { ...trial, challengerPercent: 100 };
  expect(chooseEntry([strategy('a')], all, facts)).toMatchObject({ strategyId: 'a', arm: 'champion' });
});
