import { expect, test } from 'vitest';
import { decimalsOf, shownValue, storedValue } from './condition-units.ts';

test.each([
  ['risk', 300, 30, 1],
  ['risk', 125, 12.5, 1],
  ['balance', -5_050, -50.5, 2],
  ['overdue', 10_000, 100, 2],
  ['days-late', 11, 11, 0],
] as const)('of %s %i stored is %f shown', (field, stored, shown, decimals) => {
  expect(shownValue(field, stored)).toBe(shown);
  expect(storedValue(field, shown)).toBe(stored);
  expect(decimalsOf(field)).toBe(decimals);
});

test.each([
  ['fee', '0.29', 29],
  ['fee', '', 0],
  ['tenure-months', 2.6, 3],
  ['risk', '-', 0],
] as const)('typed into %s, %j is stored as %i', (field, typed, stored) => {
  expect(storedValue(field, typed)).toBe(stored);
});
