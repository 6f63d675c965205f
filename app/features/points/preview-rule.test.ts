import { expect, test } from 'vitest';
import type { PointFact, RuleInput } from './points.ts';
import { previewRule } from './preview-rule.ts';

const quality = { isReopened: false, hasFailed: false, hasCriticalError: false };
const fact = (agentId: string, at: string, over: Partial<PointFact> = {}): PointFact => ({
  event: 'case-solved',
  agentId,
  occurredAt: new Date(at),
  share: 1,
  weightPercent: 100,
  quality,
  ...over,
});
const facts = [
  fact('anna', '2026-03-02T09:00:00Z'),
  fact('anna', '2026-03-02T10:00:00Z'),
  fact('anna', '2026-03-03T10:00:00Z'),
  fact('boris', '2026-03-02T10:00:00Z'),
  fact('boris', '2026-03-02T11:00:00Z', { quality: { ...quality, isReopened: true } }),
  fact('boris', '2026-03-02T12:00:00Z', { event: 'request-done' }),
];
const rule: Omit<RuleInput, 'title'> = {
  event: 'case-solved',
  points: 10,
  cap: null,
  isOn: true,
  control: null,
};

test.each([
  ['as it is', {}, { facts: 5, gated: 1, heldBack: 0, points: 40 }],
  ['with a cap of a day', { cap: { per: 'day' as const, points: 15 } }, { heldBack: 5, points: 35 }],
  ['with a cap of a week', { cap: { per: 'week' as const, points: 15 } }, { heldBack: 15, points: 25 }],
  ['switched off', { isOn: false }, { facts: 5, points: 0 }],
  ['leaving anna out', { control: ['anna'] }, { points: 10 }],
  ['worth more', { points: 20 }, { points: 80 }],
])('a rule %s', (_what, over, expected) => {
  expect(previewRule({ ...rule, ...over }, facts, 'Europe/Moscow')).toMatchObject(expected);
});

test('who would have most stands first', () => {
  expect(previewRule(rule, facts, 'Europe/Moscow').agents).toEqual([
    { agentId: 'anna', points: 30 },
    { agentId: 'boris', points: 10 },
  ]);
});
