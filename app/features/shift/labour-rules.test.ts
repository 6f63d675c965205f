import { expect, test } from 'vitest';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';
import { isWeakerThanLaw, ruleKeys, ruleSources, rulesOf } from './labour-rules.ts';

test('a tenant changes what he names and keeps the rest', () => {
  const rules = rulesOf([
    { key: 'rest-between', mode: 'soft', value: 660, weight: 9 },
    { key: 'night-barred', mode: 'off', value: null, weight: 0 },
    { key: 'forgotten', mode: 'off', value: null, weight: 0 },
  ]);
  expect(rules).toEqual({
    ...usualShiftRules,
    'rest-between': { mode: 'soft', value: 660, weight: 9 },
    'night-barred': { mode: 'off', value: 0, weight: 0 },
  });
});

test.each([
  ['weekly-rest', { mode: 'hard', value: 2520, weight: 1 }, false],
  ['weekly-rest', { mode: 'hard', value: 2400, weight: 1 }, true],
  ['weekly-rest', { mode: 'soft', value: 2520, weight: 1 }, true],
  ['week-hours', { mode: 'hard', value: 60, weight: 1 }, true],
  ['rest-between', { mode: 'off', value: 0, weight: 1 }, false],
  ['holiday-eve-shorter', { mode: 'off', value: 60, weight: 1 }, false],
] as const)('%s as %o is weaker than the law: %s', (key, rule, isWeaker) => {
  expect(isWeakerThanLaw(key, rule)).toBe(isWeaker);
});

test('every rule says where it stands', () => {
  expect(Object.keys(ruleSources).toSorted()).toEqual(ruleKeys.toSorted());
});
