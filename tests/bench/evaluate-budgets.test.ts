import { expect, test } from 'vitest';
import { evaluateBudgets } from './evaluate-budgets.ts';

test.each([
  { limit: { atMost: 3 }, value: 3, ok: true },
  { limit: { atMost: 3 }, value: 3.001, ok: false },
  { limit: { atMost: 0 }, value: 0, ok: true },
  { limit: { atLeast: 0.95 }, value: 0.95, ok: true },
  { limit: { atLeast: 0.95 }, value: 0.94, ok: false },
  { limit: { atMost: 3 }, value: Number.NaN, ok: false },
])('$value against $limit: $ok', ({ limit, value, ok }) => {
  expect(evaluateBudgets({ key: limit }, { key: value }).key).toMatchObject({ value, ok });
});

test('what this machine cannot measure is left out', () => {
  expect(evaluateBudgets({ redis: { atMost: 1 } }, { redis: null })).toEqual({});
});

test('a limit that was forgotten is an error', () => {
  expect(() => evaluateBudgets({ key: { atMost: 1 } }, {})).toThrow('"key" was not measured');
});

test('a value without a limit is an error', () => {
  expect(() => evaluateBudgets({}, { key: 1 })).toThrow('No limit in budgets.json for: key');
});
