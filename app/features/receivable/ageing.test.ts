import { expect, test } from 'vitest';
import { ageCharges, bucketOf, cureRate, daysPastDue, dueDatesOf, rollRate } from './ageing.ts';

test.each([
  [null, '2026-11-20', 0],
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-21', '2026-11-20', 0],
  ['2026-11-19', '2026-11-20', 1],
  ['2026-02-28', '2026-03-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2025-12-31', '2026-01-31', 31],
  // Europe's clocks were put back between these two.
  ['2026-10-24', '2026-10-26', 2],
] as const)('due on %s, it is late on %s by %d days', (due, today, days) => {
  expect(daysPastDue(due, today)).toBe(days);
});

test.each([
  [0, 'current'],
  [1, '1-30'],
  [30, '1-30'],
  [31, '31-60'],
  [60, '31-60'],
  [61, '61-90'],
  [90, '61-90'],
  [91, '90+'],
] as const)('%d days late stand in %s', (days, bucket) => {
  expect(bucketOf(days)).toBe(bucket);
});

test('each charge ages for itself', () => {
  const open = [
    { dueOn: '2026-12-05', openKopecks: 1 },
    { dueOn: '2026-11-01', openKopecks: 20 },
    { dueOn: '2026-11-10', openKopecks: 300 },
    { dueOn: '2026-06-01', openKopecks: 4000 },
  ];
  expect(ageCharges(open, '2026-11-20')).toEqual({
    current: 1,
    '1-30': 320,
    '31-60': 0,
    '61-90': 0,
    '90+': 4000,
  });
  expect(dueDatesOf(open, '2026-11-20')).toEqual({ oldestDueOn: '2026-06-01', nextDueOn: '2026-12-05' });
  expect(dueDatesOf(open.slice(1), '2026-11-20').nextDueOn).toBeNull();
  expect(dueDatesOf([], '2026-11-20')).toEqual({ oldestDueOn: null, nextDueOn: null });
});

test('what rolls on and who is cured, by bucket', () => {
  const aged = [
    { receivables: 1, before: { bucket: '1-30', kopecks: 1000 }, after: { bucket: '31-60', kopecks: 1500 } },
    { receivables: 1, before: { bucket: '1-30', kopecks: 2000 }, after: { bucket: 'current', kopecks: 0 } },
    { receivables: 1, before: { bucket: '1-30', kopecks: 1000 }, after: { bucket: '31-60', kopecks: 600 } },
    { receivables: 1, before: { bucket: '90+', kopecks: 700 }, after: { bucket: '90+', kopecks: 700 } },
  ] as const;
  expect(rollRate(aged, '1-30')).toBe(0.4);
  expect(cureRate(aged, '1-30')).toBe(1 / 3);
  expect(rollRate(aged, '90+')).toBeNull();
  expect(cureRate(aged, '90+')).toBe(0);
  expect(rollRate(aged, '61-90')).toBeNull();
  expect(cureRate(aged, '61-90')).toBeNull();
  expect(cureRate(aged, 'current')).toBeNull();
  const more = aged.map((one, place) => ({ ...one, receivables: place + 1 }));
  expect(cureRate(more, '1-30')).toBe(2 / 6);
});
