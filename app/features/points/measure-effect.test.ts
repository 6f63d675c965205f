import { expect, test } from 'vitest';
import { measureEffect, type Pair } from './measure-effect.ts';

const pair = (agentId: string, before: number, after: number): Pair => ({ agentId, before, after });
const none = new Set<string>();

test('what changed for everybody is no effect of the rule', () => {
  const pairs = [pair('a', 70, 76), pair('b', 80, 84), pair('c', 60, 65), pair('d', 75, 80)];
  const { effect } = measureEffect(pairs, new Set(['c', 'd']));
  expect(effect?.value).toBeCloseTo(0, 10);
  expect(effect?.low).toBeLessThan(0);
});

test('the interval is by the spread of both groups', () => {
  const pairs = [pair('a', 0, 4), pair('b', 0, 6), pair('c', 0, 1), pair('d', 0, 1)];
  const { effect, rewarded, control } = measureEffect(pairs, new Set(['c', 'd']));
  expect(effect?.value).toBe(4);
  expect(effect?.low).toBeCloseTo(4 - 1.959964, 5);
  expect(effect?.high).toBeCloseTo(4 + 1.959964, 5);
  expect([rewarded, control]).toEqual([
    { agents: 2, before: 0, after: 5 },
    { agents: 2, before: 0, after: 1 },
  ]);
});

test.each([
  ['nobody to compare with', [pair('a', 1, 2), pair('b', 1, 2)], none],
  ['one agent on a side', [pair('a', 1, 2), pair('b', 1, 2), pair('c', 1, 2)], new Set(['c'])],
  ['nobody at all', [], none],
])('%s proves nothing', (_what, pairs, control) => {
  expect(measureEffect(pairs, control).effect).toBeNull();
});
