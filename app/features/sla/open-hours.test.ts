import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundTheClock, type CalendarVersion, type Period } from './calendar.ts';
import { openHours } from './open-hours.ts';

const hour = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const none: Period[] = [];
const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const night = [{ from: '22:00', to: '06:00' }];
const weekdays = (periods: Period[]) => [periods, periods, periods, periods, periods, none, none];
const daily = (periods: Period[]) => Array.from({ length: 7 }, () => periods);

function version(
  week: Period[][],
  timeZone = 'Europe/Moscow',
  specialDays: CalendarVersion['hours']['specialDays'] = [],
  effectiveFrom = '2020-01-01',
): CalendarVersion {
  return { effectiveFrom, hours: { timeZone, week, specialDays } };
}

describe('open time between two instants', () => {
  test.each<[string, CalendarVersion[], string, string, number]>([
    ['a working week', [version(weekdays(office))], '2026-11-16T00:00+03:00', '2026-11-23T00:00+03:00', 40],
    [
      'from inside one period into another',
      [version(weekdays(office))],
      '2026-11-20T12:00+03:00',
      '2026-11-20T15:00+03:00',
      2,
    ],
    ['a weekend', [version(weekdays(office))], '2026-11-21T00:00+03:00', '2026-11-23T00:00+03:00', 0],
    ['backwards', [version(weekdays(office))], '2026-11-20T15:00+03:00', '2026-11-20T12:00+03:00', 0],
    ['a night over midnight', [version(daily(night))], '2026-11-20T23:00+03:00', '2026-11-21T05:00+03:00', 6],
    [
      'a night over the end of the year',
      [version(daily(night))],
      '2026-12-31T12:00+03:00',
      '2027-01-01T12:00+03:00',
      8,
    ],
    ['around the clock', [version(aroundTheClock)], '2026-12-31T00:00+03:00', '2027-01-02T00:00+03:00', 48],
    [
      'a night of New York when the hour is skipped',
      [version(daily(night), 'America/New_York')],
      '2026-03-07T12:00-05:00',
      '2026-03-08T12:00-04:00',
      7,
    ],
    [
      'a night of New York when the hour comes twice',
      [version(daily(night), 'America/New_York')],
      '2026-10-31T12:00-04:00',
      '2026-11-01T12:00-05:00',
      9,
    ],
    [
      'Kamchatka by its own clock',
      [version(weekdays(office), 'Asia/Kamchatka')],
      '2026-11-19T21:00Z',
      '2026-11-20T01:00Z',
      4,
    ],
  ])('%s', (_what, versions, from, to, hours) => {
    expect(openHours(versions).openMs(at(from), at(to)) / hour).toBe(hours);
  });

  test('a holiday is closed, a moved working day is open, the night before a holiday is worked to its end', () => {
    const special = [
      { date: '2026-01-01', name: 'Новый год', periods: none },
      { date: '2026-02-21', name: 'Перенос', periods: office },
    ];
    const day = openHours([version(weekdays(office), 'Europe/Moscow', special)]);
    expect(day.openMs(at('2026-01-01T00:00+03:00'), at('2026-01-02T00:00+03:00'))).toBe(0);
    expect(day.openMs(at('2026-02-21T00:00+03:00'), at('2026-02-22T00:00+03:00'))).toBe(8 * hour);
    const nights = openHours([version(daily(night), 'Europe/Moscow', special)]);
    expect(nights.openMs(at('2026-01-01T00:00+03:00'), at('2026-01-02T00:00+03:00'))).toBe(6 * hour);
  });

  test('a version holds from the beginning of its first day, the first one from ever', () => {
    const hours = openHours([
      version(aroundTheClock, 'Europe/Moscow', [], '2026-12-01'),
      version(weekdays(office), 'Europe/Moscow', [], '2026-11-01'),
    ]);
    expect(hours.openMs(at('2026-11-30T00:00+03:00'), at('2026-12-01T00:00+03:00'))).toBe(8 * hour);
    expect(hours.openMs(at('2026-12-01T00:00+03:00'), at('2026-12-02T00:00+03:00'))).toBe(24 * hour);
    expect(hours.openMs(at('2019-12-30T00:00+03:00'), at('2019-12-31T00:00+03:00'))).toBe(8 * hour);
  });
});

describe('adding open time', () => {
  const hours = openHours([version(weekdays(office))]);

  test.each([
    ['over lunch', '2026-11-20T12:30+03:00', 1, '2026-11-20T14:30+03:00'],
    ['over a weekend', '2026-11-20T17:00+03:00', 2, '2026-11-23T10:00+03:00'],
    ['to the very end of a period', '2026-11-20T12:00+03:00', 1, '2026-11-20T13:00+03:00'],
    ['from the night', '2026-11-20T03:00+03:00', 1, '2026-11-20T10:00+03:00'],
    ['nothing', '2026-11-20T03:00+03:00', 0, '2026-11-20T03:00+03:00'],
  ])('%s', (_what, from, more, due) => {
    expect(hours.dueAt(at(from), more * hour)).toBe(at(due));
  });

  test('says when it opens next', () => {
    const opening = { from: at('2026-11-23T09:00+03:00'), to: at('2026-11-23T13:00+03:00') };
    expect(hours.openingAt(at('2026-11-20T18:00+03:00'))).toEqual(opening);
    expect(hours.openingAt(at('2026-11-23T10:00+03:00'))).toEqual(opening);
  });

  test('what opens no more gives no moment', () => {
    const closed = openHours([
      version(weekdays(office)),
      version(daily(none), 'Europe/Moscow', [], '2026-11-23'),
    ]);
    expect(closed.dueAt(at('2026-11-20T17:00+03:00'), 2 * hour)).toBeNull();
    expect(closed.openingAt(at('2026-11-23T09:00+03:00'))).toBeNull();
  });
});

const zones = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kamchatka',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'UTC',
];
const zone = fc.constantFrom(...zones);
/** Periods that cannot overlap: each in its own six hours from two o'clock on, a night until two. */
const periods = fc
  .record({ a: quarter(2), b: quarter(8), c: quarter(14), isNight: fc.boolean() })
  .map(({ a, b, c, isNight }) => [...a, ...b, ...c, ...(isNight ? [{ from: '21:30', to: '02:00' }] : [])]);
const week = fc.array(periods, { minLength: 7, maxLength: 7 }).filter((days) => days.flat().length > 0);
const calendar = fc.record({ week, zone }).map((given) => openHours([version(given.week, given.zone)]));
/** Around year ends and the days on which clocks change, too. */
const instant = fc.oneof(
  fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
  fc.integer({ min: at('2026-12-31T00:00Z'), max: at('2027-01-01T23:00Z') }),
  fc.integer({ min: at('2026-03-28T20:00Z'), max: at('2026-03-29T06:00Z') }),
  fc.integer({ min: at('2026-10-24T20:00Z'), max: at('2026-10-25T06:00Z') }),
);
const amount = fc.integer({ min: 1, max: 200 * hour });
const runs = { numRuns: 60 };

function quarter(from: number) {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return fc
    .record({ start: fc.integer({ min: 0, max: 179 }), length: fc.integer({ min: 0, max: 180 }) })
    .map(({ start, length }) =>
      length === 0 ? [] : [{ from: clock(from * 60 + start), to: clock(from * 60 + start + length) }],
    );
}

describe('in any calendar and zone', () => {
  test('time adds up: from a to b and from b to c is from a to c', () => {
    const three = fc.tuple(instant, instant, instant).map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(calendar, three, (hours, [a = 0, b = 0, c = 0]) => {
        expect(hours.openMs(a, b) + hours.openMs(b, c)).toBe(hours.openMs(a, c));
      }),
      runs,
    );
  });

  test('adding is the inverse of measuring, in one step or in two', () => {
    fc.assert(
      fc.property(calendar, instant, amount, amount, (hours, from, first, second) => {
        const due = hours.dueAt(from, first + second) ?? 0;
        expect(hours.openMs(from, due)).toBe(first + second);
        expect(hours.dueAt(hours.dueAt(from, first) ?? 0, second)).toBe(due);
      }),
      runs,
    );
  });

  test('who begins later is not due earlier', () => {
    fc.assert(
      fc.property(calendar, instant, fc.nat(90 * 24 * hour), amount, (hours, from, later, ms) => {
        expect(hours.dueAt(from + later, ms)).toBeGreaterThanOrEqual(hours.dueAt(from, ms) ?? 0);
      }),
      runs,
    );
  });

  test('nothing falls due outside the hours', () => {
    fc.assert(
      fc.property(calendar, instant, amount, (hours, from, ms) => {
        const due = hours.dueAt(from, ms) ?? 0;
        expect(hours.openMs(due - 1, due)).toBe(1);
      }),
      runs,
    );
  });

  test('the open stretches are as long as the open time', () => {
    fc.assert(
      fc.property(calendar, instant, fc.nat(60 * 24 * hour), (hours, from, length) => {
        const spans = hours.spans(from, from + length);
        const sum = spans.reduce((ms, span) => ms + span.to - span.from, 0);
        expect(sum).toBe(hours.openMs(from, from + length));
      }),
      runs,
    );
  });
});
