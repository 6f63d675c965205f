import { expect, test } from 'vitest';
import { pairAgents } from './pair-agents.ts';

const from = new Date('2026-03-10T00:00:00Z');
const seen = (agentId: string, day: number, value: number) => ({
  agentId,
  value,
  at: new Date(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`),
});
const all = [seen('a', 8, 70), seen('a', 9, 80), seen('a', 10, 90), seen('b', 9, 50), seen('c', 11, 60)];

test('the mean before an instant and from it on; who was seen on one side only is left out', () => {
  expect(pairAgents(all, from, null)).toEqual([{ agentId: 'a', before: 75, after: 90 }]);
});

test('or so much a day', () => {
  expect(pairAgents(all, from, 10)).toEqual([{ agentId: 'a', before: 15, after: 9 }]);
});
