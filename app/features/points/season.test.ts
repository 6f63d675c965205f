import { expect, test } from 'vitest';
import { bookingOf, disputeDaysOn } from './season.ts';

const seasons = [
  { id: 'winter', from: '2026-01-01', disputeDays: 10 },
  { id: 'spring', from: '2026-03-01', disputeDays: 60 },
  { id: 'summer', from: '2026-06-01', disputeDays: 45 },
];

test.each([
  ['2026-02-10', '2026-03-10', { seasonId: 'winter', day: '2026-02-10', isSettled: false }],
  ['2026-02-10', '2026-03-11', { seasonId: 'spring', day: '2026-03-11', isSettled: true }],
  ['2026-03-01', '2026-07-30', { seasonId: 'spring', day: '2026-03-01', isSettled: false }],
  ['2026-03-01', '2026-07-31', { seasonId: 'summer', day: '2026-07-31', isSettled: true }],
  ['2026-06-01', '2027-06-01', { seasonId: 'summer', day: '2026-06-01', isSettled: false }],
])('what happened on %s and is settled on %s: %j', (day, today, booking) => {
  expect(bookingOf(seasons, day, today)).toMatchObject(booking);
});

test('before the first season nothing is booked', () => {
  expect(bookingOf(seasons, '2025-12-31', '2026-01-01')).toBeUndefined();
  expect(disputeDaysOn(seasons, '2025-12-31')).toBe(45);
});
