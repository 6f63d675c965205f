import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { retryAfterMs, troubleInReply, troubleOf } from './failures.ts';

const now = new Date('2026-11-22T09:00:00Z');
const settings = { errorClasses: {}, throttlePauseMs: 5_000 };

function sample(name: string): string {
  const { message } = JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8'));
  return typeof message === 'string' ? message : JSON.stringify(message);
}

function reply(status: number, text: string, headers: Record<string, string> = {}) {
  const bytes = new TextEncoder().encode(text);
  return {
    status,
    headers: new Headers(headers),
    bytes,
    text: (label?: string) => new TextDecoder(label).decode(bytes),
  };
}

it.each([
  [200, sample('order-accepted'), null, null],
  [202, '{}', null, null],
  [200, sample('session-lost'), 'unavailable', 'auth'],
  [401, '', 'unavailable', 'auth'],
  [403, '<html></html>', 'unavailable', 'auth'],
  [200, sample('sign-in-refused'), 'unavailable', 'auth'],
  [200, sample('error-code'), 'refused', 'conflict_pending_change'],
  [400, sample('error-json-string'), 'refused', 'blocked_by_operator'],
  [200, '{"error":{"text":"?"}}', 'unknown', 'unknown_outcome'],
  [200, '{"error":"NEVER_SEEN"}', 'unknown', 'unknown_outcome'],
  [200, sample('error-page'), 'unknown', 'carrier_down'],
  [503, sample('error-page'), 'unknown', 'carrier_down'],
  [500, '', 'unknown', 'carrier_down'],
  [408, '', 'unknown', 'carrier_down'],
  [302, '', 'unknown', 'carrier_down'],
  [404, '<html></html>', 'refused', 'not_found'],
  [400, 'bad', 'refused', 'invalid'],
  [429, '', 'unavailable', 'throttled'],
])('HTTP %i %s is %s, %s', (status, text, type, failureClass) => {
  const found = troubleInReply(reply(status, text), settings, now);
  expect([found?.type ?? null, found?.failure.class ?? null]).toEqual([type, failureClass]);
});

it.each([
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'soon' }, 5_000],
  [{}, 5_000],
])('comes back after "too many requests" %j in %i ms', (headers, ms) => {
  expect(troubleInReply(reply(429, '', headers), settings, now)?.retryAfterMs).toBe(ms);
});

it('never promises a time in the past', () => {
  expect(retryAfterMs('Sun, 22 Nov 2026 08:00:00 GMT', now)).toBe(0);
});

it('lets an account translate a new error word, and hides numbers in free text', () => {
  expect(troubleOf('NEW_WORD', { NEW_WORD: 'not_in_package' })).toMatchObject({ type: 'refused' });
  expect(JSON.stringify(troubleOf('Номер 79260000101 занят', {}))).not.toContain('79260000101');
});
