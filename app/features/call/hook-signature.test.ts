import { expect, test } from 'vitest';
import { isSigned, signHook } from './hook-signature.ts';

const now = new Date('2026-03-02T09:00:00Z');
const seconds = now.getTime() / 1000;
const body = '{"callId":"1"}';
const signature = signHook('secret', seconds, body);
const timestamp = String(seconds);

test.each([
  ['as it was signed', { timestamp, signature }, body, true],
  ['with another body', { timestamp, signature }, '{"callId":"2"}', false],
  ['with another secret', { timestamp, signature: signHook('other', seconds, body) }, body, false],
  ['at another time', { timestamp: String(seconds + 1), signature }, body, false],
  ['unsigned', { timestamp, signature: null }, body, false],
  ['with half a signature', { timestamp, signature: signature.slice(0, 20) }, body, false],
  ['without a time', { timestamp: null, signature }, body, false],
  ['with a time that is none', { timestamp: '1e9', signature: signHook('secret', 1e9, body) }, body, false],
] as const)('%s', (_what, headers, sent, expected) => {
  expect(isSigned('secret', headers, sent, now)).toBe(expected);
});

test('what was recorded and is sent again later is not believed', () => {
  const late = new Date(now.getTime() + 301_000);
  expect(isSigned('secret', { timestamp, signature }, body, late)).toBe(false);
});
