import { expect, test } from 'vitest';
import { readLength, writeMinutes } from './length-text.ts';
import { readPeriods, writePeriods } from './periods-text.ts';

test.each([
  ['9-18', '09:00–18:00'],
  ['09:00–13:00, 14:00–18:30', '09:00–13:00, 14:00–18:30'],
  ['9.30 — 18; 20-22', '09:30–18:00, 20:00–22:00'],
  ['22-6', '22:00–06:00'],
  ['20:00-0', '20:00–24:00'],
  ['24', '00:00–24:00'],
  ['24 ч', '00:00–24:00'],
  ['', ''],
])('%j is %j', (typed, written) => {
  expect(writePeriods(readPeriods(typed) ?? [])).toBe(written);
});

test.each([['25-26'], ['9'], ['с девяти'], ['9-18, потом'], ['09:70-10:00'], ['24:00-25:00'], ['9-24:30']])(
  '%j cannot be read',
  (typed) => {
    expect(readPeriods(typed)).toBeNull();
  },
);

test.each([
  ['30', 30, '30 м'],
  ['45 мин', 45, '45 м'],
  ['4 ч', 240, '4 ч'],
  ['1ч30м', 90, '1 ч 30 м'],
  ['1:30', 90, '1 ч 30 м'],
  ['3 д', 4320, '72 ч'],
  ['2 h', 120, '2 ч'],
  ['', null, ''],
])('%j is %d minutes', (typed, minutes, written) => {
  expect(readLength(typed)).toBe(minutes);
  expect(writeMinutes(minutes, { h: 'ч', m: 'м' })).toBe(written);
});

test.each([['час'], ['1:75'], ['-5'], ['4 ч 5 с']])('%j is no length', (typed) => {
  expect(readLength(typed)).toBeUndefined();
});
