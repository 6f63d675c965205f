import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween, spellingsOf } from './spelling.ts';

const meet = (a: string, b: string) => spellingsOf(a).some((spelling) => spellingsOf(b).includes(spelling));

test.each([
  ['роуминг', 'раумиг'],
  ['роуминг', 'роумниг'],
  ['интернет', 'интернт'],
  ['интернет', 'интренет'],
  ['детализац', 'дитализац'],
  ['переадресац', 'переодресац'],
  ['блокировк', 'блакировк'],
  ['оператор', 'аператор'],
  ['билайн', 'биалйн'],
  ['обещан', 'обищан'],
])('%s and %s share a spelling', (right, wrong) => {
  expect(meet(right, wrong)).toBe(true);
});

test.each([
  ['роуминг', 'тариф'],
  ['баланс', 'блокировк'],
])('%s and %s share none', (a, b) => {
  expect(meet(a, b)).toBe(false);
});

test.each(['100', 'u100', 'смс', 'ип', '4g'])('%s is never corrected', (word) => {
  expect(spellingsOf(word)).toEqual([]);
});

test.each([
  ['тариф', 'тариф', 0],
  ['тариф', 'тарифф', 1],
  ['тариф', 'тарф', 1],
  ['тариф', 'тарив', 1],
  ['тариф', 'таирф', 1],
  ['тариф', 'роуминг', 6],
  ['', 'аб', 2],
])('%s and %s are %d slips apart', (a, b, slips) => {
  expect(slipsBetween(a, b)).toBe(slips);
});

const words = fc.string({ unit: fc.constantFrom(...'абвгдеинорст'), maxLength: 12 });

test('slips are the same both ways, and none only between equal words', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
    }),
  );
});

test('a letter left out of a longer word never hides it', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'абвгдлмнухрчш'), { minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.nat(), (drawn, at) => {
      const left = drawn.toSpliced(at % drawn.length, 1);
      expect(meet(drawn.join(''), left.join(''))).toBe(true);
    }),
  );
});
