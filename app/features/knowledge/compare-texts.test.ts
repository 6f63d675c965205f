import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

const side = (before: string, after: string, left: 'added' | 'removed') =>
  compareTexts(before, after)
    .filter(({ change }) => change !== left)
    .map(({ text }) => text)
    .join('');

test('what changed is named', () => {
  expect(compareTexts('Плата 100 рублей', 'Плата 150 рублей')).toEqual([
    { text: 'Плата ', change: 'same' },
    { text: '100', change: 'removed' },
    { text: '150', change: 'added' },
    { text: ' рублей', change: 'same' },
  ]);
});

test('both texts can be read out of the comparison', () => {
  const texts = fc.string({ unit: fc.constantFrom('а', 'б', ' ', '\n', '1', '.'), maxLength: 60 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(side(before, after, 'added')).toBe(before);
      expect(side(before, after, 'removed')).toBe(after);
    }),
  );
});

test('two long texts are compared without waiting', () => {
  const text = 'Строка с разными словами.\n'.repeat(3000);
  expect(compareTexts(text, `${text}Ещё одна.\n`).at(-1)).toEqual({ text: 'Ещё одна.\n', change: 'added' });
});
