import { expect, test } from 'vitest';
import type { StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';
import { compareVersions } from './compare-versions.ts';

const entry = { leastKopecks: 100, subscribers: 'all' as const, carriers: [], leastRiskPerMille: 0 };
const step = (day: number, action: StrategyStep['action'], text = 'т'): StrategyStep => ({
  day,
  action,
  text,
});
const rules = (...steps: StrategyStep[]): StrategyRules => ({ entry, steps });

test('a step that moved or says something else is one change, not two', () => {
  const before = rules(step(1, 'sms'), step(5, 'email'), step(9, 'sms'));
  const after = rules(step(1, 'sms', 'иначе'), step(7, 'email'), step(9, 'sms'), step(20, 'call'));
  expect(compareVersions(before, after).steps).toEqual([
    { kind: 'changed', from: step(1, 'sms'), step: step(1, 'sms', 'иначе') },
    { kind: 'changed', from: step(5, 'email'), step: step(7, 'email') },
    { kind: 'added', step: step(20, 'call') },
  ]);
});

test('another channel is another step', () => {
  expect(compareVersions(rules(step(5, 'email')), rules(step(5, 'sms'))).steps).toEqual([
    { kind: 'removed', step: step(5, 'email') },
    { kind: 'added', step: step(5, 'sms') },
  ]);
});

test('conditions and costs are told by name; a cost of nothing is none', () => {
  const before = { ...rules(step(1, 'sms')), costs: { sms: 0 } };
  const after = { ...before, costs: {}, entry: { ...entry, carriers: ['mts'], leastKopecks: 200 } };
  expect(compareVersions(before, after)).toEqual({
    steps: [],
    entry: ['leastKopecks', 'carriers'],
    costs: false,
  });
  expect(compareVersions(before, { ...before, costs: { sms: 1 } }).costs).toBe(true);
});
