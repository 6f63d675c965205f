import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  fromWireTime,
  isSameCtn,
  nextPeriodStart,
  toCtn,
  toKopecks,
  toRoubles,
  toWireTime,
  withoutPersonalData,
} from './formats.ts';
import { number } from './test-account.ts';

it.each([
  ['1500,50', 150_050],
  ['1500.5', 150_050],
  ['-12,3', -1_230],
  ['1 234,56', 123_456],
  ['0', 0],
  ['-0,00', 0],
  ['0,105', 11],
  ['350.0000', 35_000],
  ['-999999999', null],
  ['999999999,00', null],
  ['1e21', null],
  ['без ограничений', null],
  ['', null],
  [null, null],
])('reads %s roubles as %s kopecks', (wire, kopecks) => {
  expect(toKopecks(wire)).toBe(kopecks);
});

it('returns the kopecks it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: -90_000_000_000, max: 90_000_000_000 }), (kopecks) => {
      expect(toKopecks(toRoubles(kopecks))).toBe(kopecks + 0);
    }),
  );
});

it.each([
  ['2026-11-22T12:00:00.0', '2026-11-22T09:00:00.000Z'],
  ['2026-11-22T12:00:00.000+03:00', '2026-11-22T09:00:00.000Z'],
  ['2026-11-22T12:00:00.000+0400', '2026-11-22T08:00:00.000Z'],
  ['2026-11-22T12:00:00Z', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22', '2026-11-21T21:00:00.000Z'],
  ['22.11.2026', undefined],
  [null, undefined],
])('reads the time %s as %s', (wire, iso) => {
  expect(fromWireTime(wire, 180)?.toISOString()).toBe(iso);
});

it('writes Moscow time without a zone, cut to seconds', () => {
  expect(toWireTime(new Date('2026-11-22T21:30:05.999Z'), 180)).toBe('2026-11-23T00:30:05.0');
});

it.each([
  ['2026-11-30T20:59:59Z', '2026-11-30T21:00:00.000Z'],
  ['2026-11-30T21:00:00Z', '2026-12-31T21:00:00.000Z'],
  ['2026-12-15T00:00:00Z', '2026-12-31T21:00:00.000Z'],
])('after %s the next period starts at %s', (now, start) => {
  expect(nextPeriodStart(new Date(now), 180).toISOString()).toBe(start);
});

it('names a line by ten digits, with or without a prefix', () => {
  expect(toCtn(number)).toBe('9030000101');
  expect(['9030000101', '79030000101', '+7 903 000-01-01'].map((wire) => isSameCtn(wire, number))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isSameCtn('9030000102', number)).toBe(false);
});

it.each([
  ['Номер 79030000101 заблокирован', 'Номер … заблокирован'],
  ['token 0123456789abcdef0123456789abcdef', 'token …'],
  ['письмо на a.b@example.org', 'письмо на …'],
  ['код 20024', 'код 20024'],
])('keeps personal data out of %s', (text, kept) => {
  expect(withoutPersonalData(text)).toBe(kept);
});
