import { expect, test } from 'vitest';
import { toggled, withRange } from './use-selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test.each([
  ['downwards', ['b'], 'b', 'd', ['b', 'c', 'd']],
  ['upwards', ['d'], 'd', 'b', ['b', 'c', 'd']],
  ['beside what was selected before', ['a', 'd'], 'd', 'e', ['a', 'd', 'e']],
  ['without a beginning it is one row', [], null, 'c', ['c']],
  ['the beginning has left the list', ['z'], 'z', 'c', ['c', 'z']],
])('a range %s', (_, before, last, id, after) => {
  expect([...withRange(order, new Set(before), last, id)].sort()).toEqual(after);
});

test('what is selected is deselected', () => {
  expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b']);
  expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
});
