import { expect, test } from 'vitest';
import { minutesBetween, stepTime } from './shift-steps.ts';

test.each([
  ['2026-11-30', '09:00', 30, '2026-11-30', '09:30'],
  ['2026-11-30', '23:30', 30, '2026-12-01', '00:00'],
  ['2026-12-01', '00:00', -30, '2026-11-30', '23:30'],
])('%s %s and %i minutes: %s %s', (date, from, by, nextDate, next) => {
  expect(stepTime({ date, from, minutes: 60 }, by)).toEqual({ date: nextDate, from: next, minutes: 60 });
});

test.each([
  ['09:00', '18:00', 540],
  ['20:00', '08:00', 720],
  ['08:00', '08:00', 1440],
])('from %s to %s are %i minutes', (from, to, minutes) => {
  expect(minutesBetween(from, to)).toBe(minutes);
});
