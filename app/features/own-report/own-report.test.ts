import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { faultsOf } from '#app/platform/form.ts';
import { OwnDefinition, spanOf } from './own-report.ts';

const weeks = { kind: 'last', count: 4, unit: 'week' } as const;
const asked = { metrics: ['serviceLevel'], by: null, where: null, period: weeks, step: 'day' };
const dates = (from: string, to: string) => ({ kind: 'dates', from, to });

test.each([
  ['what is known', {}, {}],
  ['a metric nobody knows', { metrics: ['serviceLevel', 'toString'] }, { metrics: 'metric' }],
  ['no metric', { metrics: [] }, { metrics: 'required' }],
  ['five metrics', { metrics: Array(5).fill('opened') }, { metrics: 'metric-count' }],
  ['a period that runs backwards', { period: dates('2026-02-02', '2026-02-01') }, { to: 'later-than' }],
  ['a day that never was', { period: dates('2026-02-30', '2026-03-01') }, { from: 'date' }],
  [
    'ten years by day by agent',
    { by: 'agent', period: dates('2016-01-01', '2025-12-31') },
    { to: 'period-long' },
  ],
  [
    'a year by day by agent',
    { by: 'agent', period: dates('2025-01-01', '2025-12-31') },
    { step: 'too-fine' },
  ],
  ['a year by week by agent', { by: 'agent', step: 'week', period: dates('2025-01-01', '2025-12-31') }, {}],
  [
    'a year by week by agent of three metrics',
    {
      by: 'agent',
      step: 'week',
      metrics: ['offered', 'answered', 'abandoned'],
      period: dates('2025-01-01', '2025-12-31'),
    },
    { step: 'too-fine' },
  ],
  ['too many units', { period: { ...weeks, count: 105 } }, { count: 'period-long' }],
  ['what waits now, day by day', { metrics: ['backlog'] }, { metrics: 'metric-unfit' }],
  ['calls by kind of case', { by: 'kind' }, { metrics: 'metric-unfit' }],
  ['a group by itself', { by: 'carrier', where: { dimension: 'carrier', key: 'mts' } }, { by: 'by-itself' }],
  ['a group without a name', { where: { dimension: 'carrier', key: ' ' } }, { key: 'required' }],
])('of %s one hears what is wrong', (_, part, faults) => {
  const parsed = OwnDefinition.safeParse({ ...asked, ...part });
  expect(parsed.success ? {} : faultsOf(parsed.error.issues)).toEqual(faults);
});

test.each([
  [weeks, '2026-11-23', '2026-10-26', '2026-11-22'],
  [weeks, '2026-11-29', '2026-10-26', '2026-11-22'],
  [{ kind: 'last', count: 1, unit: 'month' } as const, '2026-03-31', '2026-02-01', '2026-02-28'],
  [{ kind: 'last', count: 13, unit: 'month' } as const, '2026-01-01', '2024-12-01', '2025-12-31'],
  [{ kind: 'last', count: 7, unit: 'day' } as const, '2026-03-01', '2026-02-22', '2026-02-28'],
])('%j of %s is from %s to %s', (period, today, from, to) => {
  expect(spanOf(period, today)).toEqual({ from, to });
});

test('a relative period is over, and of as many whole days as it says', () => {
  const today = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      today,
      fc.integer({ min: 1, max: 36 }),
      fc.constantFrom('day', 'week', 'month'),
      (day, count, unit) => {
        const { from, to } = spanOf({ kind: 'last', count, unit }, day);
        const days = daysBetween(from, to) + 1;
        expect(to < day).toBe(true);
        if (unit === 'month') expect([from.slice(8), Math.round(days / 30.44)]).toEqual(['01', count]);
        else expect(days).toBe(count * { day: 1, week: 7 }[unit]);
        expect(daysBetween(to, day)).toBeLessThanOrEqual({ day: 1, week: 7, month: 31 }[unit]);
      },
    ),
  );
});
