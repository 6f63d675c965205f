import { expect, test } from 'vitest';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { isOverdue } from './overdue.ts';
import { restoreTerm } from './restore-term.ts';

test.each([
  ['Europe/Moscow', '2026-03-02', 3, '2026-03-05T21:00:00.000Z'],
  ['Europe/Kaliningrad', '2026-03-02', 3, '2026-03-05T22:00:00.000Z'],
  ['Asia/Kamchatka', '2026-03-02', 3, '2026-03-05T12:00:00.000Z'],
  // Over the end of a month, of a leap year's February and of a year.
  ['Europe/Moscow', '2026-01-30', 3, '2026-02-02T21:00:00.000Z'],
  ['Europe/Moscow', '2028-02-27', 3, '2028-03-01T21:00:00.000Z'],
  ['Europe/Moscow', '2026-12-31', 1, '2027-01-01T21:00:00.000Z'],
  // The clocks were set forward, and back, within the term.
  ['Europe/Berlin', '2026-03-28', 3, '2026-03-31T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24', 3, '2026-10-27T23:00:00.000Z'],
] as const)('in %s, paid on %s with %d days: until %s', (timeZone, paidOn, days, until) => {
  expect(restoreTerm(paidOn, days, timeZone).toISOString()).toBe(until);
});

const debt = { balanceKopecks: 1, oldestDueOn: '2026-02-28', dispute: null, promise: null, plan: null };

test.each([
  ['Europe/Kaliningrad', '2026-02-28T21:59:59Z', false],
  ['Europe/Kaliningrad', '2026-02-28T22:00:00Z', true],
  ['Europe/Moscow', '2026-02-28T20:59:59Z', false],
  ['Europe/Moscow', '2026-02-28T21:00:00Z', true],
  ['Asia/Kamchatka', '2026-02-28T11:59:59Z', false],
  ['Asia/Kamchatka', '2026-02-28T12:00:00Z', true],
])('due on 28 February is overdue in %s at %s: %s', (timeZone, at, overdue) => {
  expect(isOverdue(debt, dateAt(Date.parse(at), timeZone))).toBe(overdue);
});

test.each([
  ['nothing is owed', { balanceKopecks: 0 }],
  ['he paid ahead', { balanceKopecks: -1 }],
  ['nothing is open', { oldestDueOn: null }],
])('where %s nothing is overdue', (_name, row) => {
  expect(isOverdue({ ...debt, ...row }, '2026-03-30')).toBe(false);
});
