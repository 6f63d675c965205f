import { expect, test } from 'vitest';
import { type BadgeFacts, badgePeriod, badgeRules } from './badge.ts';

const nothing: BadgeFacts = { earned: 0, earningDays: 0, thankedBy: 0, drawn: { n: 0, right: 0 } };
const earnedBy = (facts: Partial<BadgeFacts>) =>
  badgeRules.filter(({ isEarned }) => isEarned({ ...nothing, ...facts })).map(({ badge }) => badge);

test.each([
  ['nothing', {}, []],
  ['a point short of the fifth level', { earned: 999 }, []],
  ['the fifth level', { earned: 1000 }, ['level-5']],
  ['the tenth level', { earned: 4500 }, ['level-5', 'level-10']],
  ['fifty days', { earningDays: 50 }, ['days-50']],
  ['three colleagues', { thankedBy: 3 }, ['thanked']],
  ['eleven reviews without an error: not yet sure', { drawn: { n: 11, right: 11 } }, []],
  ['twelve', { drawn: { n: 12, right: 12 } }, ['sure-hand']],
  ['twelve with one error', { drawn: { n: 12, right: 11 } }, []],
  ['twenty with one error', { drawn: { n: 20, right: 19 } }, ['sure-hand']],
] as const)('%s', (_what, facts, badges) => {
  expect(earnedBy(facts)).toEqual(badges);
});

test('a badge is had once, or once a month', () => {
  expect([badgePeriod('ever', '2026-11-22'), badgePeriod('month', '2026-11-22')]).toEqual([
    'ever',
    '2026-11',
  ]);
});
