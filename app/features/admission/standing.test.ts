import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, standingOf } from './standing.ts';

const now = new Date('2026-03-02T09:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const rules = { graceDays: 7, coolOffHours: 24, isOn: true };
const article = { articleId: 'a', title: 'Роуминг' };
const changed = (publishedAt: Date, countsFrom = publishedAt) => ({ ...article, publishedAt, countsFrom });
const pass = (takenDays: number, untilDays: number) => ({
  takenAt: days(takenDays),
  validUntil: days(untilDays),
});
const attempt = (closedDays: number | null, isPassed = false, deadlineDays = closedDays ?? 0) => ({
  id: 'last',
  deadlineAt: days(deadlineDays),
  closedAt: closedDays === null ? null : days(closedDays),
  isPassed,
});
const known = { test: rules, passes: [], attempts: [], changes: [], now };

test.each([
  ['nothing yet', {}, 'none', { can: 'start' }],
  ['under way', { attempts: [attempt(null, false, 0.01)] }, 'none', { can: 'continue', attemptId: 'last' }],
  ['at its very deadline', { attempts: [attempt(null)] }, 'none', { can: 'continue', attemptId: 'last' }],
  [
    'time ran out, nobody has looked',
    { attempts: [attempt(null, false, -0.5)] },
    'none',
    { can: 'wait', until: days(0.5) },
  ],
  ['failed an hour ago', { attempts: [attempt(-1 / 24)] }, 'none', { can: 'wait', until: days(23 / 24) }],
  ['failed a day ago', { attempts: [attempt(-1)] }, 'none', { can: 'start' }],
  [
    'passed',
    { passes: [pass(-10, 90)], attempts: [attempt(-10, true)] },
    'valid',
    { can: 'rest', from: days(76) },
  ],
  ['soon over', { passes: [pass(-80, 14)], attempts: [attempt(-80, true)] }, 'valid', { can: 'start' }],
  [
    'over at the very instant',
    { passes: [pass(-90, 0)], attempts: [attempt(-90, true)] },
    'over',
    { can: 'start' },
  ],
  [
    'renewal failed',
    { passes: [pass(-80, 2)], attempts: [attempt(-0.5)] },
    'valid',
    { can: 'wait', until: days(0.5) },
  ],
  [
    'an article changed, in grace',
    { passes: [pass(-10, 90)], changes: [changed(days(-3))] },
    'valid',
    { can: 'start' },
  ],
  [
    'an article changed, grace over',
    { passes: [pass(-10, 90)], changes: [changed(days(-8))] },
    'over',
    { can: 'start' },
  ],
  [
    'an article changed before the test',
    { passes: [pass(-10, 90)], changes: [changed(days(-11))] },
    'valid',
    { can: 'rest', from: days(76) },
  ],
  [
    'asked about only since today',
    { passes: [pass(-10, 90)], changes: [changed(days(-8), days(0))] },
    'valid',
    { can: 'start' },
  ],
  [
    'two passes, the later counts',
    { passes: [pass(-10, 90), pass(-100, -10)] },
    'valid',
    { can: 'rest', from: days(76) },
  ],
  ['switched off', { test: { ...rules, isOn: false } }, 'none', { can: 'rest', from: null }],
])('%s', (_when, over, state, next) => {
  const standing = standingOf({ ...known, ...over });
  expect(standing.pass.state).toBe(state);
  expect(standing.next).toEqual(next);
});

test('a pass says which article ended it, and nothing of one that changed after its term', () => {
  expect(endOf(pass(-10, 90), [changed(days(5)), changed(days(2))], 7)).toEqual({
    at: days(9),
    change: changed(days(2)),
  });
  expect(endOf(pass(-10, 3), [changed(days(-1))], 7)).toEqual({ at: days(3), change: null });
});

const anyDay = fc.integer({ min: -400, max: 400 }).map((n) => days(n / 4));
const anyPass = fc.record({ takenAt: anyDay, validUntil: anyDay });
const anyChange = fc.record({ publishedAt: anyDay, countsFrom: anyDay }).map((at) => ({ ...article, ...at }));
const anyAttempt = fc.record({
  id: fc.uuid(),
  deadlineAt: anyDay,
  closedAt: fc.option(anyDay),
  isPassed: fc.boolean(),
});
const anyKnown = fc.record({
  test: fc.record({ graceDays: fc.nat(30), coolOffHours: fc.nat(72), isOn: fc.boolean() }),
  passes: fc.array(anyPass, { maxLength: 4 }),
  attempts: fc.array(anyAttempt, { maxLength: 4 }),
  changes: fc.array(anyChange, { maxLength: 4 }),
  now: anyDay,
});

test('no change of an article makes a pass longer, and no pass outlives its own term', () => {
  fc.assert(
    fc.property(anyPass, fc.array(anyChange, { maxLength: 5 }), fc.nat(30), (one, changes, grace) => {
      const alone = endOf(one, [], grace).at.getTime();
      expect(alone).toBe(one.validUntil.getTime());
      expect(endOf(one, changes, grace).at.getTime()).toBeLessThanOrEqual(alone);
    }),
  );
});

test('whatever happened, a further pass never makes one less admitted, and nobody starts beside an open attempt', () => {
  fc.assert(
    fc.property(anyKnown, anyPass, (one, further) => {
      const [before, after] = [standingOf(one), standingOf({ ...one, passes: [...one.passes, further] })];
      if (before.pass.state === 'valid') expect(after.pass.state).toBe('valid');
      const last = one.attempts.at(-1);
      if (last?.closedAt === null && one.now <= last.deadlineAt) expect(before.next.can).not.toBe('start');
    }),
  );
});

test('who must pass and waits long enough can start', () => {
  fc.assert(
    fc.property(anyKnown, (one) => {
      const later = { ...one, test: { ...one.test, isOn: true }, now: days(10_000) };
      expect(standingOf(later).next.can).toBe('start');
    }),
  );
});
