import { expect, test } from 'vitest';
import { formatFor, instantInZone } from './format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const ru = formatFor('ru', 'Europe/Moscow');
const en = formatFor('en', 'Europe/Moscow');

test.each([
  [15000, '150 ₽', '₽150'],
  [0, '0 ₽', '₽0'],
  [123456789, '1 234 567,89 ₽', '₽1,234,567.89'],
  [-4550, '−45,50 ₽', '−₽45.50'],
])('%i kopecks', (kopecks, russian, english) => {
  expect(plain(ru.money(kopecks))).toBe(russian);
  expect(en.money(kopecks)).toBe(english);
});

test('a number below zero has a minus, not a hyphen', () => {
  expect(ru.count(-1234.5)).toBe('−1\u00a0234,5');
  expect(en.count(-3)).toBe('−3');
});

test('nothing is below zero by nought', () => {
  expect([-0, -0.0001].map((value) => ru.count(value))).toEqual(['0', '0']);
});

test('a time is as short as it stays clear', () => {
  const now = new Date('2026-11-21T20:30:00Z');
  expect(ru.stamp(new Date('2026-11-21T11:02:00Z'), now)).toBe('14:02');
  expect(ru.stamp(new Date('2026-11-20T20:59:00Z'), now)).toBe('20 нояб.');
  expect(ru.stamp(new Date('2025-12-31T20:00:00Z'), now)).toBe('31.12.2025');
});

test('the client’s time zone decides which day it is', () => {
  const lateEvening = new Date('2026-11-30T21:00:00Z');
  expect(ru.day(lateEvening)).toBe('1 декабря');
  expect(formatFor('ru', 'UTC').day(lateEvening)).toBe('30 ноября');
});

test.each([
  ['2026-08-01', '2026-08-31', 'август 2026', 'August 2026'],
  ['2028-02-01', '2028-02-29', 'февраль 2028', 'February 2028'],
  ['2026-08-01', '2026-08-28', '1 – 28 августа 2026 г.', '1 – 28 August 2026'],
  ['2026-08-01', '2026-09-30', '1 августа – 30 сентября 2026 г.', '1 August – 30 September 2026'],
])('from %s to %s', (from, to, russian, english) => {
  expect(plain(ru.period(from, to))).toBe(russian);
  expect(plain(en.period(from, to))).toBe(english);
});

test('a span of dates has no spaces that browsers write otherwise', () => {
  expect(ru.period('2026-08-01', '2026-09-30')).toBe('1 августа – 30 сентября 2026 г.');
});

test('a day of a roster says which day of the week it is', () => {
  expect(plain(ru.date('2026-11-23'))).toBe('пн, 23 ноября');
  expect(plain(en.date('2027-01-02'))).toBe('Sat, 2 January');
});

test.each([
  ['2026-12-01T00:00', 'Europe/Moscow', '2026-11-30T21:00:00.000Z'],
  ['2026-12-01T09:30', 'Asia/Vladivostok', '2026-11-30T23:30:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
])('%s in %s', (local, zone, instant) => {
  expect(instantInZone(local, zone)?.toISOString()).toBe(instant);
});

test.each(['', 'tomorrow', '2026-12-01', '2026-13-01T00:00'])('%s is no time', (local) => {
  expect(instantInZone(local, 'Europe/Moscow')).toBeNull();
});

test.each([
  [12_800, '12,5 кБ', '12.5 kB'],
  [3_355_443, '3,2 МБ', '3.2 MB'],
])('%i bytes', (bytes, russian, english) => {
  expect(plain(ru.size(bytes))).toBe(russian);
  expect(plain(en.size(bytes))).toBe(english);
});
