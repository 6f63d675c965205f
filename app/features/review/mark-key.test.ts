import { expect, test } from 'vitest';
import { markOfKey } from './mark-key.ts';

test.each([
  ['Digit0', 'yes-no', 0],
  ['Digit1', 'yes-no', 1],
  ['Digit2', 'yes-no', undefined],
  ['Numpad3', 'points-3', 3],
  ['Digit0', 'points-3', undefined],
  ['Digit5', 'points-5', 5],
  ['Digit5', 'points-4', undefined],
  ['Minus', 'points-4', null],
  ['KeyA', 'yes-no', undefined],
] as const)('%s on the scale %s is %s', (code, scale, mark) => {
  expect(markOfKey(code, scale)).toBe(mark);
});
