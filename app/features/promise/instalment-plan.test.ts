import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfPlan, judgePlan, nextInstalment, planPaces, scheduleOf } from './instalment-plan.ts';
import { firstRules } from './offer-limits.ts';
import { type Payment, sumOf } from './promise.ts';

const madeAt = new Date('2026-01-20T09:00:00Z');
const owed = { debtKopecks: 90_000, isDisputed: false };
const paid = (on: string, kopecks: number): Payment => ({
  on,
  kopecks,
  bookedAt: new Date(`${on}T20:00:00Z`),
});

describe('the schedule', () => {
  test.each([
    ['month', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['month', '2028-01-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']],
    ['month', '2026-11-30', ['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28']],
    ['fortnight', '2026-02-20', ['2026-02-20', '2026-03-06', '2026-03-20', '2026-04-03']],
    ['week', '2026-12-28', ['2026-12-28', '2027-01-04', '2027-01-11', '2027-01-18']],
  ] as const)('every %s from %s', (pace, firstOn, dates) => {
    expect(scheduleOf(100, { count: 4, firstOn, pace }).map(({ on }) => on)).toEqual(dates);
  });

  test('its parts make up the debt, differ by a kopeck at most and go forward', () => {
    const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const count = fc.integer({ min: 1, max: 36 });
    fc.assert(
      fc.property(date, count, fc.constantFrom(...planPaces), fc.nat(10 ** 9), (day, parts, pace, over) => {
        const kopecks = parts + over;
        const firstOn = day.toISOString().slice(0, 10);
        const schedule = scheduleOf(kopecks, { count: parts, firstOn, pace });
        const sums = schedule.map((part) => part.kopecks);
        expect(sumOf(schedule)).toBe(kopecks);
        expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(1);
        const dates = schedule.map(({ on }) => on);
        expect(dates).toEqual([...new Set(dates)].sort());
        if (pace === 'month') expect(dates.every((on) => on.slice(8) <= firstOn.slice(8))).toBe(true);
      }),
    );
  });
});

describe('who may agree what', () => {
  const asked = { count: 3, firstOn: '2026-01-31' };
  const facts = { ...owed, openPlan: null };
  test.each([
    ['three parts', asked, facts, null],
    ['four parts', { ...asked, count: 4 }, facts, 'plan-too-long'],
    ['beside another plan', asked, { ...facts, openPlan: { lastOn: '2026-03-01' } }, 'plan-overlaps'],
    ['on a disputed debt', asked, { ...facts, isDisputed: true }, 'debt-disputed'],
    ['on nothing', asked, { ...facts, debtKopecks: 0 }, 'nothing-owed'],
    ['more parts than kopecks', asked, { ...facts, debtKopecks: 2 }, 'plan-too-long'],
    ['from yesterday', { ...asked, firstOn: '2026-01-19' }, facts, 'promise-in-the-past'],
    ['from much later', { ...asked, firstOn: '2026-02-04' }, facts, 'promise-too-far'],
  ] as const)('%s', (_, plan, known, code) => {
    expect(faultOfPlan(plan, known, firstRules.agent, '2026-01-20')?.code ?? null).toBe(code);
  });
});

describe('what becomes of a plan', () => {
  const instalments = scheduleOf(90_000, { count: 3, firstOn: '2026-01-31', pace: 'month' });
  const plan = { instalments, madeAt, toleranceDays: 3, toleranceKopecks: 1_000 };
  const first = paid('2026-01-31', 30_000);
  test.each([
    ['before anything is due', [], owed, '2026-01-31', 'open'],
    ['on the last day of grace', [], owed, '2026-02-03', 'open'],
    ['a day after grace', [], owed, '2026-02-04', 'broken'],
    ['the first paid in grace', [paid('2026-02-03', 30_000)], owed, '2026-02-04', 'open'],
    ['the first paid after grace', [paid('2026-02-04', 30_000)], owed, '2026-02-04', 'broken'],
    ['short by what is forgiven', [paid('2026-01-31', 29_000)], owed, '2026-02-04', 'open'],
    ['short by a kopeck more', [paid('2026-01-31', 28_999)], owed, '2026-02-04', 'broken'],
    ['the second missed, over a month end', [first], owed, '2026-03-04', 'broken'],
    ['two at once', [paid('2026-01-31', 60_000)], owed, '2026-03-04', 'open'],
    ['all at once', [paid('2026-01-31', 90_000)], owed, '2026-01-31', 'kept'],
    ['short at its end by what is forgiven', [paid('2026-01-31', 89_000)], owed, '2026-04-04', 'kept'],
    ['the same before its end', [paid('2026-01-31', 89_000)], owed, '2026-04-03', 'open'],
    ['a dispute', [], { ...owed, isDisputed: true }, '2026-02-04', 'open'],
    ['written off', [], { ...owed, debtKopecks: 0 }, '2026-02-04', 'cancelled'],
  ] as const)('%s', (_, payments, debt, today, state) => {
    expect(judgePlan(plan, payments, debt, today).state).toBe(state);
  });

  test.each([
    [0, { on: '2026-01-31', kopecks: 30_000 }],
    [29_999, { on: '2026-01-31', kopecks: 1 }],
    [30_000, { on: '2026-02-28', kopecks: 30_000 }],
    [90_000, null],
    [-5, { on: '2026-01-31', kopecks: 30_000 }],
  ])('after %d kopecks comes %j', (kopecks, next) => {
    expect(nextInstalment(instalments, kopecks)).toEqual(next);
  });
});
