import { expect, test } from 'vitest';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';
import enErrors from '#app/locales/en/life-errors.ts';
import ruErrors from '#app/locales/ru/life-errors.ts';
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

test.each(ruleKeys)('whoever is refused by %s is told its article', (rule) => {
  const article = ruleSources[rule].article;
  const said =
    article === null ? ['правило компании', 'the company’s own'] : [`ст. ${article})`, `art. ${article})`];
  expect(ruErrors[`broken-${rule}`]).toContain(said[0]);
  expect(enErrors[`broken-${rule}`]).toContain(said[1]);
});
