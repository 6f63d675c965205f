import { expect, test } from 'vitest';
import { candidatesOf, drawBy, lastPeriod, PeriodInput, PlanInput, type PlanSize } from './sample-plan.ts';

const filter = { subjectType: 'contact', channel: null, carrier: null, agentId: null } as const;
const plan = { title: 'Звонки', selection: 'random', filter, cardId: 'card', isBlind: false, rhythm: null };
const stratum: PlanSize = { by: 'stratum', strata: ['agent', 'carrier'], count: 1 };

test.each([
  ['random', { by: 'count', count: 5 }, true],
  ['random', { by: 'count', count: 0 }, false],
  ['targeted', { by: 'margin', percent: 5 }, true],
  ['stratified', { by: 'count', count: 5 }, false],
  ['random', stratum, false],
  ['stratified', stratum, true],
] as const)('a %s plan of %j', (selection, size, isSound) => {
  expect(PlanInput.safeParse({ ...plan, selection, size }).success).toBe(isSound);
});

test('a period ends after it begins', () => {
  expect(PeriodInput.safeParse({ from: '2026-03-01', to: '2026-04-01' }).success).toBe(true);
  expect(PeriodInput.safeParse({ from: '2026-03-01', to: '2026-03-01' }).success).toBe(false);
});

test('strata are told apart by all that the plan names', () => {
  const work = (agentId: string, carrier: string | null) => ({
    subjectId: `${agentId}-${carrier}`,
    agentId,
    carrier,
    channel: 'call',
    kind: 'contact',
    isRisky: agentId === 'boris',
  });
  const all = [work('anna', 'mts'), work('anna', null), work('boris', 'mts')];
  expect(candidatesOf(stratum, all).map(({ stratum: within }) => within)).toEqual([
    'anna|mts',
    'anna|',
    'boris|mts',
  ]);
  expect(drawBy(stratum, candidatesOf(stratum, all), 1).drawn).toHaveLength(3);
  const byRisk: PlanSize = { by: 'stratum', strata: ['risk'], count: 1 };
  expect(candidatesOf(byRisk, all).map(({ stratum: within }) => within)).toEqual(['', '', 'risky']);
});

test('a margin draws as many as it takes', () => {
  const size = { by: 'margin', percent: 5 } as const;
  const thousand = Array.from({ length: 1000 }, (_, index) => ({ id: `${index}`, stratum: '' }));
  expect(drawBy(size, thousand, 1).drawn).toHaveLength(278);
});

test.each([
  ['week', '2026-11-22', '2026-11-09', '2026-11-16'],
  ['week', '2026-11-23', '2026-11-16', '2026-11-23'],
  ['month', '2026-11-22', '2026-10-01', '2026-11-01'],
  ['month', '2026-01-01', '2025-12-01', '2026-01-01'],
] as const)('the last whole %s before %s', (rhythm, today, from, to) => {
  expect(lastPeriod(rhythm, today)).toEqual({ from, to });
});
