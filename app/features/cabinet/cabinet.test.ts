import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteMs, CodeInput, idleMs, isOpenCode, NumberInput, sessionEnd } from './cabinet.ts';
import { codeIdOf, codeOf, codeSendKey, hashOf, isCodeOf } from './code-secret.ts';
import { codeWords, hiddenCode } from './code-words.ts';
import { DisputeForm, PromiseForm } from './debt-forms.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const key = Buffer.alloc(32, 7);

test.each([
  ['fresh', {}, true],
  ['its last try', { tries: 4 }, true],
  ['guessed at five times', { tries: 5 }, false],
  ['its last millisecond', { expiresAt: later(1) }, true],
  ['over', { expiresAt: now }, false],
  ['used', { usedAt: now }, false],
])('a code that is %s', (_what, over, isOpen) => {
  expect(isOpenCode({ tries: 0, expiresAt: later(300_000), usedAt: null, ...over }, now)).toBe(isOpen);
});

describe('the code itself', () => {
  test('is six digits, of one row and one client company alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, other) => {
        const code = codeOf(key, 'alfa', id);
        expect(code).toMatch(/^\d{6}$/);
        expect(isCodeOf(key, 'alfa', id, code)).toBe(true);
        expect([codeOf(key, 'beta', id), codeOf(key, 'alfa', other)]).not.toEqual([code, code]);
      }),
    );
  });

  test('no digit is drawn more often than others', () => {
    const digits = Array.from({ length: 2000 }, (_, n) => codeOf(key, 'alfa', String(n))).join('');
    for (const digit of '0123456789') {
      const share = digits.split(digit).length - 1;
      expect(share, digit).toBeGreaterThan(1050);
      expect(share, digit).toBeLessThan(1350);
    }
  });

  test.each(['', '12345', '1234567', 'abcdef'])('%j is not it', (given) => {
    expect(isCodeOf(key, 'alfa', 'one', given)).toBe(false);
  });

  test('stands in no text that is kept, and its sending is known by its row', () => {
    expect(codeWords('Волна', 'ru')).toContain(hiddenCode);
    expect(codeWords('Volna', 'en')).toContain(hiddenCode);
    expect(codeIdOf(codeSendKey('row-1'))).toBe('row-1');
  });
});

test('a number is hashed for one client company and one purpose', () => {
  const made = [
    hashOf(key, 'number', 'alfa', '+79161234567'),
    hashOf(key, 'number', 'beta', '+79161234567'),
    hashOf(key, 'sender', 'alfa', '+79161234567'),
  ];
  expect(new Set(made).size).toBe(3);
  expect(made.join()).not.toContain('9161234567');
});

test.each([
  [0, idleMs],
  [absoluteMs - idleMs - 1, absoluteMs - 1],
  [absoluteMs - 1, absoluteMs],
])('used after %d ms it ends after %d', (usedMs, endMs) => {
  expect(sessionEnd(now, later(usedMs))).toEqual(later(endMs));
});

test.each([
  ['8 (916) 123-45-67', true],
  ['9161234567', true],
  ['+7 916 123 45 67', true],
  ['8 800 555 35 35', false],
  ['+49 151 12345678', false],
  ['', false],
])('%j is a number: %s', (phone, isOne) => {
  expect(NumberInput.safeParse({ phone }).success).toBe(isOne);
});

test.each([
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['12345', null],
  ['1234567', null],
  ['abc', null],
])('%j is read as the code %j', (given, code) => {
  const read = CodeInput.safeParse({ code: given });
  expect(read.success ? read.data.code : null).toBe(code);
});

const formToken = '01890000-0000-7000-8000-000000000001';
test.each([
  ['1250', 125_000],
  ['1 250,5', 125_050],
  ['0.01', 1],
  ['99,90 ₽', 9990],
  ['0', null],
  ['-5', null],
  ['1e3', null],
  ['1,005', null],
  ['много', null],
])('%j roubles are %j kopecks', (kopecks, expected) => {
  const read = PromiseForm.safeParse({ formToken, on: '2026-03-10', kopecks, replaces: '' });
  expect(read.success ? read.data.kopecks : null).toBe(expected);
});

test('an objection is to one charge or to all', () => {
  expect(DisputeForm.parse({ formToken, chargeId: '', reason: 'не моё' }).chargeId).toBeNull();
  expect(DisputeForm.safeParse({ formToken, chargeId: 'x', reason: 'не моё' }).success).toBe(false);
});
