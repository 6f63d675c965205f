import { expect, test } from 'vitest';
import { clockOf, obstaclesToPort } from './port-clock.ts';

test.each([
  ['a person who applied', 'port-out', '2026-03-01', 'person', '2026-03-09'],
  ['a person who applied in February', 'port-out', '2026-02-25', 'person', '2026-03-05'],
  ['a person who has not applied', 'port-out', null, 'person', '2026-03-10'],
  ['a company', 'port-out', '2026-03-01', 'company', '2026-03-30'],
  ['who wants to be disconnected', 'disconnect', null, 'company', '2026-03-02'],
] as const)('%s', (_, wish, appliedOn, owner, clock) => {
  expect(clockOf({ wish, appliedOn }, owner, '2026-03-02')).toBe(clock);
});

const line = { overdueKopecks: 0, balanceKopecks: 0, isBlocked: false, oursSince: '2025-12-31' };

test.each([
  ['nothing', {}, []],
  ['an overdue debt', { overdueKopecks: 1 }, ['debt']],
  ['a balance below zero', { balanceKopecks: -1 }, ['debt']],
  ['an unknown balance', { balanceKopecks: null }, []],
  ['a blocked number', { isBlocked: true }, ['blocked']],
  ['the sixtieth day', { oursSince: '2026-01-01' }, ['ported-lately']],
  [
    'all of it',
    { overdueKopecks: 1, isBlocked: true, oursSince: '2026-03-02' },
    ['debt', 'blocked', 'ported-lately'],
  ],
])('in the way of a port: %s', (_, over, obstacles) => {
  expect(obstaclesToPort({ ...line, ...over }, '2026-03-02')).toEqual(obstacles);
});
