import { expect, test } from 'vitest';
import {
  newTotpSecret,
  otpauthLink,
  secondFactorIsMandatory,
  stepOfCode,
  totpCode,
} from './second-factor.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const now = new Date(59_000);

test('codes are those of RFC 6238', () => {
  expect(totpCode(secret, now)).toBe('287082');
  expect(totpCode(secret, new Date(1_111_111_109_000))).toBe('081804');
});

test.each([
  [0, 1],
  [29_000, 1],
  [-30_000, 1],
  [60_000, null],
  [-60_000, null],
])('a code read %i ms later belongs to step %s', (ms, step) => {
  expect(stepOfCode(secret, '287082', new Date(now.getTime() + ms))).toBe(step);
});

test.each(['', '28708', '2870822', 'abcdef', '000000'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, now)).toBeNull();
});

test('a new secret is 32 letters, and the link names the product and the person', () => {
  const fresh = newTotpSecret();
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
  expect(otpauthLink(fresh, 'anna@volna.ru')).toMatch(
    /^otpauth:\/\/totp\/Pult:anna%40volna\.ru\?.*issuer=Pult/,
  );
});

test.each([
  [['agent'], false],
  [['agent', 'manager'], true],
  [['admin'], true],
  [['client', 'lead'], false],
  [[], false],
] as const)('%j: mandatory %s', (roles, expected) => {
  expect(secondFactorIsMandatory(roles)).toBe(expected);
});
