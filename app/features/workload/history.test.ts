import { expect, test } from 'vitest';
import { historyOf } from './history.ts';

const day = (on: string, each: number, count = 48) => ({
  on,
  contacts: Array<number>(count).fill(each),
  handled: Array<number>(count).fill(0),
  handlingS: Array<number>(count).fill(0),
});
const at = { until: '2026-03-31', timeZone: 'Europe/Berlin' };

test('a day without a row is nought where the desk counted, and unknown before', () => {
  const { contacts } = historyOf([day('2026-03-25', 3), day('2026-03-27', 5)], {
    ...at,
    countedFrom: '2026-03-28',
  });
  const first = (index: number) => contacts.values[index * 48];
  expect(contacts.firstOn).toBe('2026-03-25');
  expect([0, 1, 2, 3, 4, 5].map(first)).toEqual([3, Number.NaN, 5, 0, 0, 0]);
});

test('a day of forty-six half hours has its place in the wall clock', () => {
  const { contacts } = historyOf([day('2026-03-29', 2, 46)], { ...at, countedFrom: null });
  expect([...contacts.values.subarray(0, 8)]).toEqual([2, 2, 2, 2, Number.NaN, Number.NaN, 2, 2]);
});

test('without a day nothing is known', () => {
  expect(historyOf([], { ...at, countedFrom: null }).contacts.values).toHaveLength(0);
});
