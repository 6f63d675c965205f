import { expect, test } from 'vitest';
import { asksRecommendation, netPromoters, RatingInput } from './rating.ts';

test.each([
  [[], null],
  [[10, 9, 8, 7, 6], 20],
  [[7, 8], 0],
  [[0, 6], -100],
  [[9, 10], 100],
] as const)('the answers %j make %s', (answers, expected) => {
  expect(netPromoters(answers)).toBe(expected);
});

test('every tenth is asked', () => {
  expect([1040, 1041, 1049, 1050].filter(asksRecommendation)).toEqual([1040, 1050]);
});

test.each([
  [{ stars: '5' }, { stars: 5, word: null, recommends: null }],
  [
    { stars: '1', word: ' плохо ', recommends: '0' },
    { stars: 1, word: 'плохо', recommends: 0 },
  ],
  [
    { stars: '3', word: '', recommends: '' },
    { stars: 3, word: null, recommends: null },
  ],
  [{ stars: '0' }, null],
  [{ stars: '6' }, null],
  [{}, null],
  [{ stars: '5', recommends: '11' }, null],
])('a form of %j', (fields, expected) => {
  expect(RatingInput.safeParse(fields).data ?? null).toEqual(expected);
});
