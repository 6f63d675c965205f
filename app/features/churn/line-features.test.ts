import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOfLine, type LineNumber } from './line-features.ts';
import type { LineLife } from './line-life.ts';

const dayMs = 86_400_000;
const asOf = { on: '2026-06-01', at: Date.parse('2026-05-31T21:00:00Z') };
const ago = (days: number) => asOf.at - days * dayMs;
const empty: LineLife = {
  lineId: 'l',
  joinedOn: '2025-06-01',
  carrier: 'mts',
  tariff: 'smart',
  tariffSince: null,
  usage: [],
  requests: [],
  cases: [],
  ratings: [],
  contacts: [],
  charges: [],
  balances: [],
  absences: [],
};

describe('what is known on a day', () => {
  test.each<[string, Partial<LineLife>, Partial<Record<LineNumber, number>>]>([
    ['of a line of which nothing was heard', {}, { refusals: 0, rating: Number.NaN, lateShare: Number.NaN }],
    [
      'its use, against three months before, and no month that is not over',
      {
        usage: [
          ['2026-02', 50_000, 600, 0, 0],
          ['2026-03', 50_000, 600, 0, 0],
          ['2026-04', 50_000, 600, 0, 0],
          ['2026-05', 60_000, 300, 0, 0],
          ['2026-06', 90_000, 0, 0, 0],
        ],
      },
      { fee: 600, feeGrowth: 0.2, minutes: 300, useGrowth: -0.5, feeForUse: 120 },
    ],
    [
      'messages, which are use as well',
      {
        usage: [
          ['2026-04', 0, 10, 0, 360],
          ['2026-05', 0, 10, 0, 40],
        ],
      },
      { useGrowth: -0.8 },
    ],
    [
      'refusals by when they came',
      {
        requests: [
          [ago(9), ago(8), 1],
          [ago(5), null, 0],
          [ago(2), asOf.at + 1, 1],
          [ago(300), ago(299), 1],
        ],
      },
      { requests: 3, refusals: 1 },
    ],
    [
      'waits that go on',
      {
        cases: [
          [ago(4), ago(3), 0],
          [ago(2), null, 1],
          [ago(3), asOf.at + dayMs, 0],
        ],
      },
      { complaints: 1, waitHours: 72, openCases: 2 },
    ],
    [
      'what he said',
      {
        ratings: [
          [ago(9), 5],
          [ago(1), 2],
          [asOf.at, 1],
        ],
      },
      { rating: 3.5 },
    ],
    [
      'how he pays',
      {
        charges: [
          ['2026-01-01', '2026-01-20', '2026-01-25'],
          ['2026-02-01', '2026-02-20', '2026-02-20'],
          ['2026-05-01', '2026-05-20', '2026-06-03'],
          ['2026-06-01', '2026-06-20', null],
        ],
      },
      { lateShare: 2 / 3, lateDays: 12, overdueDays: 12 },
    ],
    [
      'a balance lately read',
      {
        balances: [
          [ago(50), 100],
          [ago(20), -4200],
          [asOf.at, 9],
        ],
      },
      { balance: -42 },
    ],
    ['a balance of long ago is none', { balances: [[ago(50), 100]] }, { balance: Number.NaN }],
    [
      'that he came back once',
      {
        absences: [
          ['2025-08-01', '2025-09-01'],
          ['2026-05-01', '2026-06-02'],
        ],
      },
      { absences: 1 },
    ],
  ])('%s', (_, life, expected) => {
    const { numbers } = featuresOfLine({ ...empty, ...life }, asOf);
    for (const [name, value] of Object.entries(expected)) {
      const found = numbers[name as LineNumber];
      if (Number.isNaN(value)) expect(found, name).toBeNaN();
      else expect(found, name).toBeCloseTo(value, 6);
    }
  });
});

test('of a tariff that was changed after the day nothing is known on it', () => {
  const changed = (tariffSince: number) => featuresOfLine({ ...empty, tariffSince }, asOf).tariff;
  expect([changed(ago(1)), changed(asOf.at)]).toEqual(['smart', null]);
});

const instant = fc.integer({ min: -400, max: 400 }).map((days) => ago(days));
const date = fc
  .integer({ min: 0, max: 700 })
  .map((day) => new Date(Date.UTC(2025, 3, 1) + day * dayMs).toISOString().slice(0, 10));
const flag = fc.constantFrom(0 as const, 1 as const);
const life = fc.record({
  usage: fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 12 })
    .map((months) =>
      months
        .toSorted((a, b) => a - b)
        .map(
          (month) => [new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 7), 9, month, 1, 1] as const,
        ),
    ),
  requests: fc.array(fc.tuple(instant, instant, flag), { maxLength: 6 }),
  cases: fc.array(fc.tuple(instant, instant, flag), { maxLength: 6 }),
  ratings: fc.array(fc.tuple(instant, fc.integer({ min: 1, max: 5 })), { maxLength: 6 }),
  contacts: fc.array(instant, { maxLength: 6 }),
  charges: fc.array(fc.tuple(date, date, fc.option(date)), { maxLength: 6 }),
  balances: fc
    .array(fc.tuple(instant, fc.integer()), { maxLength: 6 })
    .map((all) => all.toSorted((a, b) => a[0] - b[0])),
  absences: fc.array(fc.tuple(date, fc.option(date)), { maxLength: 3 }),
});

test('nothing that is later than the day changes what is foretold from', () => {
  const before = (at: number) => (at < asOf.at ? at : null);
  const on = (day: string | null) => (day !== null && day < asOf.on ? day : null);
  fc.assert(
    fc.property(life, (own) => {
      const whole: LineLife = { ...empty, ...own };
      const known: LineLife = {
        ...empty,
        usage: own.usage.filter(([month]) => month < asOf.on.slice(0, 7)),
        requests: own.requests
          .filter(([at]) => at < asOf.at)
          .map(([at, ended, refused]) => [at, before(ended), before(ended) === null ? 0 : refused]),
        cases: own.cases
          .filter(([at]) => at < asOf.at)
          .map(([at, solved, kind]) => [at, before(solved), kind]),
        ratings: own.ratings.filter(([at]) => at < asOf.at),
        contacts: own.contacts.filter((at) => at < asOf.at),
        charges: own.charges
          .filter(([issuedOn]) => issuedOn < asOf.on)
          .map(([issuedOn, dueOn, settledOn]) => [issuedOn, dueOn, on(settledOn)]),
        balances: own.balances.filter(([at]) => at < asOf.at),
        absences: own.absences.map(([left, back]) => [left, on(back)]),
      };
      expect(featuresOfLine(whole, asOf)).toEqual(featuresOfLine(known, asOf));
    }),
  );
});
