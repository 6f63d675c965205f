import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantOf, localTimeOf, nextPeriodStart } from './local-time.ts';

const zones = ['Europe/Kaliningrad', 'Europe/Volgograd', 'Asia/Magadan', 'Asia/Kamchatka', 'Europe/Berlin'];
const anInstant = fc.integer({
  min: Date.parse('2014-01-01T00:00:00Z'),
  max: Date.parse('2032-01-01T00:00:00Z'),
});

test('the wall clock is that of the zone, whatever its clocks were set to', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anInstant, (zone, at) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(localTimeOf(at, zone)).toEqual({
        date: shown.toPlainDate().toString(),
        minutes: shown.hour * 60 + shown.minute,
        weekday: shown.dayOfWeek,
      });
      expect(nextPeriodStart('day', at, zone)).toBe(shown.add({ days: 1 }).startOfDay().epochMilliseconds);
    }),
  );
});

test.each([
  ['a day before the leap day', 'day', '2028-02-28T10:00:00Z', '2028-02-28T21:00:00Z'],
  ['the leap day', 'day', '2028-02-29T10:00:00Z', '2028-02-29T21:00:00Z'],
  ['a Sunday of Moscow', 'week', '2026-11-22T20:59:00Z', '2026-11-22T21:00:00Z'],
  ['a Monday of Moscow', 'week', '2026-11-22T21:00:00Z', '2026-11-29T21:00:00Z'],
  ['a short month', 'month', '2026-02-15T10:00:00Z', '2026-02-28T21:00:00Z'],
  ['December', 'month', '2026-12-31T20:59:59Z', '2026-12-31T21:00:00Z'],
] as const)('what comes after %s begins in Moscow', (_name, period, at, next) => {
  expect(nextPeriodStart(period, Date.parse(at), 'Europe/Moscow')).toBe(Date.parse(next));
});

test('a morning on the day the clocks were set back is found after the change', () => {
  expect(new Date(instantOf('2014-10-26', 8 * 60, 'Asia/Magadan')).toISOString()).toBe(
    '2014-10-25T22:00:00.000Z',
  );
});

test('a reading that a change of the clocks skips is the change itself', () => {
  expect(new Date(instantOf('2016-04-24', 2 * 60 + 30, 'Asia/Magadan')).toISOString()).toBe(
    '2016-04-23T16:00:00.000Z',
  );
});
