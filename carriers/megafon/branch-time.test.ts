import { expect, it } from 'vitest';
import { branchDay, fromWireDay, toWireDay } from './branch-time.ts';

it.each([
  ['2026-11-22T20:59:59Z', 'Europe/Moscow', 0, '2026-11-22'],
  ['2026-11-22T21:00:00Z', 'Europe/Moscow', 0, '2026-11-23'],
  ['2026-11-22T12:00:00Z', 'Asia/Kamchatka', 0, '2026-11-23'],
  ['2026-11-22T21:59:59Z', 'Europe/Kaliningrad', 0, '2026-11-22'],
  ['2026-12-31T22:00:00Z', 'Europe/Moscow', 0, '2027-01-01'],
  ['2027-03-01T00:00:00Z', 'Europe/Moscow', 365, '2028-02-29'],
])('%s in %s plus %i days is %s', (instant, zone, days, day) => {
  expect(branchDay(new Date(instant), zone, days)).toBe(day);
});

it.each([
  ['22.11.2026', '2026-11-22'],
  [' 01.03.2026 00:00:00 ', '2026-03-01'],
  ['01.01.2099', null],
  ['32.13.2026', null],
  ['2026-11-22', null],
  ['', null],
])('reads the wire day "%s" as %s', (text, day) => {
  expect(fromWireDay(text)).toBe(day);
});

it('writes a day as the cabinet does', () => {
  expect(toWireDay('2026-03-01')).toBe('01.03.2026');
});
