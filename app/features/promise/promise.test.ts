import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { firstRules, limitsFor } from './offer-limits.ts';
import {
  faultOfPromise,
  judgePromise,
  type Payment,
  PromiseParts,
  promiseMoves,
  resumesOn,
  sumOf,
} from './promise.ts';

const today = '2026-01-30';
const madeAt = new Date('2026-01-30T09:00:00Z');
const owed = { debtKopecks: 100_000, isDisputed: false };
const facts = { ...owed, madeInYear: 0 };
const paid = (on: string, kopecks: number, bookedAt = `${on}T20:00:00Z`): Payment => ({
  on,
  kopecks,
  bookedAt: new Date(bookedAt),
});

describe('what an agent may take as a promise', () => {
  const { agent, lead } = firstRules;
  test.each([
    ['a sum within the debt', [{ on: '2026-02-05', kopecks: 100_000 }], {}, null],
    ['today', [{ on: today, kopecks: 50_000 }], {}, null],
    ['the last day he may', [{ on: '2026-02-13', kopecks: 50_000 }], {}, null],
    ['a day too far', [{ on: '2026-02-14', kopecks: 50_000 }], {}, 'promise-too-far'],
    ['yesterday', [{ on: '2026-01-29', kopecks: 50_000 }], {}, 'promise-in-the-past'],
    ['half without a kopeck', [{ on: today, kopecks: 49_999 }], {}, 'promise-too-small'],
    [
      'half of an odd debt, rounded down',
      [{ on: today, kopecks: 50 }],
      { debtKopecks: 101 },
      'promise-too-small',
    ],
    ['more than is owed', [{ on: today, kopecks: 100_001 }], {}, 'promise-above-debt'],
    ['a disputed debt', [{ on: today, kopecks: 100_000 }], { isDisputed: true }, 'debt-disputed'],
    ['no debt', [{ on: today, kopecks: 1 }], { debtKopecks: 0 }, 'nothing-owed'],
    ['the fourth of a year', [{ on: today, kopecks: 100_000 }], { madeInYear: 3 }, 'promise-too-often'],
    [
      'a date twice',
      [
        { on: '2026-02-05', kopecks: 50_000 },
        { on: '2026-02-05', kopecks: 50_000 },
      ],
      {},
      'promise-out-of-order',
    ],
  ])('%s', (_, parts, over, code) => {
    expect(faultOfPromise(parts, { ...facts, ...over }, agent, today)?.code ?? null).toBe(code);
  });

  test('a lead may go further, as far as his own limits', () => {
    const parts = [{ on: '2026-02-14', kopecks: 25_000 }];
    expect(limitsFor(['agent', 'lead'], firstRules)).toBe(lead);
    expect(limitsFor(['agent'], firstRules)).toBe(agent);
    expect(faultOfPromise(parts, { ...facts, madeInYear: 5 }, lead, today)).toBeNull();
    expect(faultOfPromise([{ on: '2026-03-02', kopecks: 25_000 }], facts, lead, today)?.code).toBe(
      'promise-too-far',
    );
  });

  test.each([0, -1, 0.5])('a part of %d kopecks cannot be read', (kopecks) => {
    expect(PromiseParts.safeParse([{ on: today, kopecks }]).success).toBe(false);
  });
});

describe('what becomes of a promise', () => {
  const promise = { kopecks: 60_000, lastOn: '2026-02-28', madeAt };
  test.each([
    ['nothing yet', [], owed, '2026-02-28', 'open'],
    ['the day after its last', [], owed, '2026-03-01', 'broken'],
    ['paid at once', [paid(today, 60_000)], owed, '2026-01-31', 'kept'],
    [
      'paid in two, on the last day',
      [paid('2026-02-01', 1), paid('2026-02-28', 59_999)],
      owed,
      '2026-03-01',
      'kept',
    ],
    ['a kopeck short', [paid('2026-02-01', 59_999)], owed, '2026-03-01', 'broken'],
    ['paid a day late', [paid('2026-03-01', 60_000)], owed, '2026-03-01', 'broken'],
    [
      'paid before it was made',
      [paid('2026-01-30', 60_000, '2026-01-30T08:59:59Z')],
      owed,
      '2026-03-01',
      'broken',
    ],
    [
      'paid and taken back',
      [paid('2026-02-01', 60_000), paid('2026-02-02', -60_000)],
      owed,
      '2026-03-01',
      'broken',
    ],
    ['disputed meanwhile', [], { ...owed, isDisputed: true }, '2026-03-01', 'open'],
    [
      'less, and nothing more is owed',
      [paid('2026-02-01', 10)],
      { ...owed, debtKopecks: 0 },
      '2026-02-01',
      'kept',
    ],
    ['written off', [], { ...owed, debtKopecks: 0 }, '2026-02-01', 'cancelled'],
  ] as const)('%s', (_, payments, debt, on, state) => {
    expect(judgePromise(promise, payments, debt, on).state).toBe(state);
  });

  test.each([
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s the ladder goes on at %s', (last, next) => {
    expect(resumesOn(last)).toBe(next);
  });

  test('no step is due while a promise is open, and one always is when it was broken', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 100_000 }), (ahead, later, kopecks) => {
        const lastOn = addDays(today, ahead);
        const on = addDays(today, later);
        const { state } = judgePromise({ kopecks, lastOn, madeAt }, [], owed, on);
        expect(state).toBe(later > ahead ? 'broken' : 'open');
      }),
    );
  });

  test('what was paid in time never breaks it, however it was cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: 30 }), (kopecks, later) => {
        const parts = kopecks.map((one) => ({ on: '2026-02-10', kopecks: one }));
        const payments = parts.map(({ on, kopecks: one }) => paid(on, one));
        const whole = { kopecks: sumOf(parts), lastOn: '2026-02-28', madeAt };
        expect(judgePromise(whole, payments, owed, addDays('2026-02-10', later)).state).toBe('kept');
      }),
    );
  });

  test('only an open promise moves, and every end is reached', () => {
    expect(promiseMoves.every(({ from }) => from === 'open')).toBe(true);
    expect(new Set(promiseMoves.map(({ to }) => to)).size).toBe(4);
  });
});
