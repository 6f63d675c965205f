import { expect, test } from 'vitest';
import { datesOf, differencesOf, type FrozenFigure, monthBefore, nextMonth } from './month-snapshot.ts';

test.each([
  ['2026-02', '2026-02-28', '2026-03', '2026-01'],
  ['2028-02', '2028-02-29', '2028-03', '2028-01'],
  ['2026-12', '2026-12-31', '2027-01', '2026-11'],
  ['2026-01', '2026-01-31', '2026-02', '2025-12'],
])('%s ends on %s and is followed by %s', (month, to, next, before) => {
  expect(datesOf(month)).toEqual({ from: `${month}-01`, to });
  expect([nextMonth(month), monthBefore(month)]).toEqual([next, before]);
});

const opened: FrozenFigure = {
  metric: 'opened',
  dimension: null,
  key: null,
  step: null,
  numerator: 7,
  denominator: null,
  interval: null,
  isProvisional: false,
};

test('only whole figures that count otherwise differ', () => {
  const day = { ...opened, step: '2026-10-02', numerator: 3 };
  const phone = { ...opened, dimension: 'channel' as const, key: 'phone' };
  const before = [opened, day, phone];
  expect(differencesOf(before, before)).toEqual([]);
  expect(
    differencesOf(before, [{ ...opened, isProvisional: true }, { ...day, numerator: 4 }, phone]),
  ).toEqual([]);
  expect(differencesOf(before, [{ ...opened, numerator: 8 }, day])).toEqual([
    { metric: 'opened', dimension: null, key: null, before: count(7), after: count(8) },
    { metric: 'opened', dimension: 'channel', key: 'phone', before: count(7), after: null },
  ]);
});

const count = (numerator: number) => ({ numerator, denominator: null });
