import { expect, test } from 'vitest';
import { ofDigit } from './of-digit.ts';

test.each([
  ['Digit1', 'a'],
  ['Numpad3', 'c'],
  ['Digit4', undefined],
  ['Digit0', undefined],
  ['KeyA', undefined],
])('%s stands for %s of three', (code, choice) => {
  expect(ofDigit(['a', 'b', 'c'], code)).toBe(choice);
});
