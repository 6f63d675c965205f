import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextAsk, nextRun, type Rhythm, ScheduleInput } from './report-mail.ts';

const daily: Rhythm = { every: 'day', weekday: 1, monthDay: 1, hour: 9 };
const at = (text: string) => new Date(text);

test.each([
  [daily, 'Europe/Moscow', '2026-11-23T05:59:59.999Z', '2026-11-23T06:00:00Z'],
  [daily, 'Europe/Moscow', '2026-11-23T06:00:00Z', '2026-11-24T06:00:00Z'],
  [daily, 'Asia/Kamchatka', '2026-12-31T22:00:00Z', '2027-01-01T21:00:00Z'],
  [{ ...daily, every: 'week', weekday: 7 }, 'Asia/Omsk', '2026-11-23T00:00:00Z', '2026-11-29T03:00:00Z'],
  [
    { ...daily, every: 'month', monthDay: 28 },
    'Europe/Moscow',
    '2027-01-29T00:00:00Z',
    '2027-02-28T06:00:00Z',
  ],
  // The clocks skip 02:00 … 03:00, and later show 02:30 twice.
  [{ ...daily, hour: 2 }, 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  [{ ...daily, hour: 2 }, 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
  [{ ...daily, hour: 2 }, 'Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z'],
] as const)('%j in %s after %s is %s', (rhythm, zone, after, next) => {
  expect(nextRun(rhythm, at(after), zone)).toEqual(at(next));
});

test('a rhythm comes once on each of its days, at its hour, in every zone and over every change of clocks', () => {
  const zones = [
    'Europe/Moscow',
    'Europe/Kaliningrad',
    'Asia/Kamchatka',
    'Europe/Berlin',
    'America/Santiago',
    'Australia/Lord_Howe',
    'UTC',
  ];
  const rhythm = fc.record({
    every: fc.constantFrom('day', 'week', 'month'),
    weekday: fc.integer({ min: 1, max: 7 }),
    monthDay: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
  });
  const start = fc.date({
    min: at('2009-01-01T00:00:00Z'),
    max: at('2035-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(rhythm, start, fc.constantFrom(...zones), (asked, from, zone) => {
      let last = from;
      const dates = new Set<string>();
      for (let turn = 0; turn < 4; turn++) {
        const next = nextRun(asked, last, zone);
        expect(next > last).toBe(true);
        const local = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO(zone);
        const meant = local
          .toPlainDate()
          .toZonedDateTime({ timeZone: zone, plainTime: { hour: asked.hour } });
        expect(local.epochMilliseconds).toBe(meant.epochMilliseconds);
        if (asked.every === 'week') expect(local.dayOfWeek).toBe(asked.weekday);
        if (asked.every === 'month') expect(local.day).toBe(asked.monthDay);
        dates.add(local.toPlainDate().toString());
        if (turn > 0) {
          const days = { day: [1, 1], week: [7, 7], month: [28, 31] }[asked.every];
          const passed = (next.getTime() - last.getTime()) / 86_400_000;
          expect(Math.round(passed)).toBeGreaterThanOrEqual(days[0] ?? 0);
          expect(Math.round(passed)).toBeLessThanOrEqual(days[1] ?? 0);
        }
        last = next;
      }
      expect(dates.size).toBe(4);
    }),
    { numRuns: 200 },
  );
});

test.each([
  [null, 1],
  [{ minutes: 9, asks: 1 }, null],
  [{ minutes: 10, asks: 1 }, 2],
  [{ minutes: 30, asks: 3 }, null],
  [{ minutes: 24 * 60, asks: 3 }, 1],
] as const)('after %j a confirmation is asked for as number %j', (last, expected) => {
  const now = at('2026-11-23T12:00:00Z');
  const asked = last && { askedAt: new Date(now.getTime() - last.minutes * 60_000), asks: last.asks };
  expect(nextAsk(asked, now)).toBe(expected);
});

test('an hour that is none is refused', () => {
  const rhythm = { ...daily, hour: 24 };
  const input = { mailed: { kind: 'month' }, file: 'report.pdf', rhythm, addressIds: [] };
  expect(ScheduleInput.safeParse(input).success).toBe(false);
});
