import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, decideLockout, type Failures, type LockRule, lockEnd, lockRules } from './lockout.ts';

const start = new Date('2026-03-02T09:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);
const minute = 60_000;

test('the waits grow from half a minute to a quarter of an hour', () => {
  let failures: Failures | null = null;
  const waits: number[] = [];
  for (let n = 0; n < 13; n++) {
    const at: Date = failures?.lockedUntil ?? start;
    failures = afterFailure(lockRules.pair, failures, at);
    waits.push(failures.lockedUntil ? (failures.lockedUntil.getTime() - at.getTime()) / 1000 : 0);
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('a day after the first failure the count starts again', () => {
  const worn: Failures = { count: 40, firstAt: start, lockedUntil: later(60 * minute) };
  expect(afterFailure(lockRules.pair, worn, later(23 * 60 * minute)).count).toBe(41);
  expect(afterFailure(lockRules.pair, worn, later(24 * 60 * minute))).toMatchObject({
    count: 1,
    lockedUntil: null,
  });
});

const rules = fc.constantFrom<LockRule>(...Object.values(lockRules));
const pauses = fc.array(fc.integer({ min: 0, max: 3 * 60 * minute }), { maxLength: 200 });

test('however many failures, no lock is longer than a quarter of an hour', () => {
  fc.assert(
    fc.property(rules, pauses, (rule, gaps) => {
      let failures: Failures | null = null;
      let at = start;
      for (const gap of gaps) {
        at = new Date(at.getTime() + gap);
        if (lockEnd(failures, at)) continue;
        failures = afterFailure(rule, failures, at);
        expect(lockEnd(failures, new Date(at.getTime() + 15 * minute))).toBeNull();
      }
    }),
  );
});

test('whatever others do elsewhere, a person at his own address may try', () => {
  fc.assert(
    fc.property(pauses, (gaps) => {
      let account: Failures | null = null;
      let at = start;
      for (const gap of gaps) {
        at = new Date(at.getTime() + gap);
        account = afterFailure(lockRules.account, account, at);
        expect(decideLockout({ pair: null, account, address: null }, true, at)).toBeNull();
      }
    }),
  );
});

test('guesses of one account from one address stay below 120 a day', () => {
  let failures: Failures | null = null;
  let guesses = 0;
  for (let at = start; at < later(24 * 60 * minute); at = new Date(at.getTime() + 1000)) {
    if (lockEnd(failures, at)) continue;
    failures = afterFailure(lockRules.pair, failures, at);
    guesses += 1;
  }
  expect(guesses).toBeLessThan(120);
});

const locked = (minutes: number): Failures => ({
  count: 99,
  firstAt: start,
  lockedUntil: later(minutes * minute),
});
test.each([
  ['nothing failed', { pair: null, account: null, address: null }, false, null],
  [
    'the account is locked, at a new address',
    { pair: null, account: locked(5), address: null },
    false,
    later(5 * minute),
  ],
  ['the account is locked, at a known one', { pair: null, account: locked(5), address: null }, true, null],
  [
    'his own tries locked it, at a known one',
    { pair: locked(3), account: locked(5), address: null },
    true,
    later(3 * minute),
  ],
  [
    'several locks: the last to end',
    { pair: locked(3), account: null, address: locked(9) },
    true,
    later(9 * minute),
  ],
  ['a lock that has ended', { pair: locked(0), account: null, address: null }, true, null],
])('%s', (_name, failures, isKnown, until) => {
  expect(decideLockout(failures, isKnown, start)).toEqual(until);
});
