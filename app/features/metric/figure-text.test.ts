import { expect, test } from 'vitest';
import { figureText } from './figure-text.ts';

test.each([
  [0.9344, 'share', 'ru', '93,4 %'],
  [0.5, 'share', 'en', '50%'],
  [33_400, 'ms', 'ru', '33,4 с'],
  [-312_000, 'ms', 'ru', '−5,2 мин'],
  [7_200_000, 'ms', 'ru', '2 ч'],
  [-250, 'kopecks', 'ru', '−2,50 ₽'],
  [120_000, 'kopecks', 'ru', '1 200 ₽'],
  [0.584, 'score', 'ru', '58,4'],
  [-0.0001, 'score', 'ru', '0'],
  [12_345, 'count', 'en', '12,345'],
  [null, 'count', 'ru', '—'],
] as const)('%j in %s is read in %s as %s', (value, unit, language, text) => {
  expect(figureText(value, unit, language).replace(/\s/g, ' ')).toBe(text);
});
