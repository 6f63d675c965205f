import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMsisdn, maskMsisdn, parsePhone } from './phone.ts';

test.each([
  '+79161234567',
  '79161234567',
  '89161234567',
  '9161234567',
  '8 (916) 123-45-67',
  '+7 916 123 45 67',
  '+7(916)1234567',
  '8-916-123-45-67',
  '8.916.123.45.67',
  '+7 916 123–45–67',
  ' 8 916 1234567 ',
  '(916) 123-45-67',
])('%s is read', (text) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: '+79161234567' });
});

test.each([
  ['', 'phone-unreadable'],
  ['нет', 'phone-unreadable'],
  ['7,91612E+10', 'phone-unreadable'],
  ['=HYPERLINK("x")', 'phone-unreadable'],
  ['89161234567, 89160000000', 'phone-unreadable'],
  ['916123456', 'phone-length'],
  ['891612345678', 'phone-length'],
  ['12', 'phone-length'],
  ['+375291234567', 'phone-foreign'],
  ['+77011234567', 'phone-foreign'],
  ['84951234567', 'phone-not-mobile'],
])('%s is refused as %s', (text, code) => {
  expect(parsePhone(text)).toEqual({ ok: false, error: { code } });
});

test('a number is shown and masked the way people write it', () => {
  expect(formatMsisdn('+79161234567')).toBe('+7 916 123-45-67');
  expect(maskMsisdn('+79161234567')).toBe('+7 9•• •••-45-67');
});

test('what is shown is read back as the same number', () => {
  const numbers = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map((n) => `+7${n}`);
  fc.assert(
    fc.property(numbers, (number) => {
      expect(parsePhone(formatMsisdn(number))).toEqual({ ok: true, value: number });
    }),
  );
});
