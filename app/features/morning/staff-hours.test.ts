import { expect, test } from 'vitest';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { slotsOfDay, staffHours } from './staff-hours.ts';

const hourMs = 3_600_000;
const timeZone = 'Europe/Moscow';
const midnight = midnightOf('2026-11-21', timeZone);
const slots = slotsOfDay({ on: '2026-11-21', from: midnight, timeZone }, Array<number>(48).fill(2));
const span = (from: number, to: number) => ({ from: midnight + from * hourMs, to: midnight + to * hourMs });
const shift = (from: number, to: number, breaks: { from: number; to: number }[] = []) => ({
  ...span(from, to),
  breaks,
});
const hour = (
  shown: string,
  people: Parameters<typeof staffHours>[1],
  seen: Parameters<typeof staffHours>[2],
) => staffHours(slots, people, seen).find((one) => one.hour === shown);

test.each([
  ['a whole hour', { shifts: [shift(9, 18)], away: [] }, 1],
  ['a break of a quarter', { shifts: [shift(9, 18, [span(9.5, 9.75)])], away: [] }, 0.75],
  ['half of it before the shift', { shifts: [shift(9.5, 18)], away: [] }, 0.5],
  ['sick since then', { shifts: [shift(9, 18)], away: [span(9.75, 20)] }, 0.75],
  ['sick on a free hour', { shifts: [shift(12, 18)], away: [span(0, 24)] }, 0],
  ['a night from the day before', { shifts: [shift(-3, 9.25)], away: [] }, 0.25],
])('planned for %s', (_, person, planned) => {
  expect(hour('09', [person], [])).toMatchObject({ needed: 2, planned, there: 0 });
});

test('who is on a pause or gone is not there', () => {
  const seen = [
    { ...span(8, 9.5), state: 'online' as const },
    { ...span(9.5, 9.75), state: 'busy' as const },
    { ...span(9.75, 12), state: 'away' as const },
  ];
  expect(hour('09', [], seen)).toMatchObject({ planned: 0, there: 0.75, thereMs: 0.75 * hourMs });
});

test.each([
  ['goes forward', '2026-03-29', 46, 23, 1],
  ['goes back', '2026-10-25', 50, 24, 1],
])('on the day the clock %s an hour has the mean of its own length', (_, on, count, hours, planned) => {
  const zone = 'Europe/Berlin';
  const from = midnightOf(on, zone);
  const day = slotsOfDay({ on, from, timeZone: zone }, Array<number>(count).fill(1));
  const all = { shifts: [{ from, to: from + 25 * hourMs, breaks: [] }], away: [] };
  const told = staffHours(day, [all], []);
  expect(told).toHaveLength(hours);
  expect(told.every((one) => one.planned === planned && one.needed === 1)).toBe(true);
});
