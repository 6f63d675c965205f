import { expect, test } from 'vitest';
import { countDown, splitLength } from './countdown.ts';

const minute = 60_000;
const given = {
  leftMs: 60 * minute,
  targetMs: 120 * minute,
  running: { from: 1000, to: 1000 + 90 * minute },
};

test.each([
  ['at once', given, 0, 60, 'far', false],
  ['before it runs', { ...given, running: { from: 10 * minute, to: 99 * minute } }, 5, 60, 'paused', true],
  ['a while later', given, 20, 40, 'far', false],
  ['in the last quarter', given, 31, 29, 'near', false],
  ['at the very end', given, 60, 0, 'near', false],
  ['late', given, 75, -15, 'late', false],
  ['after closing', given, 200, -30, 'late', true],
  ['closed in time', { ...given, running: { from: 1000, to: 1000 + 30 * minute } }, 200, 30, 'paused', true],
  ['standing', { ...given, running: null }, 500, 60, 'paused', true],
])('%s', (_what, clock, later, left, tone, isPaused) => {
  const { leftMs, ...shown } = countDown(clock, 1000 + later * minute);
  expect(leftMs / minute).toBe(left);
  expect(shown).toEqual({ tone, isPaused });
});

test.each([
  [38 * 60 * minute, '38h'],
  [(7 * 60 + 20) * minute, '7h 20m'],
  [7 * 60 * minute, '7h'],
  [14.9 * minute, '14m'],
  [59_000, '59s'],
  [0, '0s'],
  [-500, '0s'],
  [-15.5 * minute, '−15m'],
  [-(26 * 60 + 5) * minute, '−26h'],
])('%d ms is %s', (ms, text) => {
  const { sign, parts } = splitLength(ms);
  expect(sign + parts.map(([count, unit]) => `${count}${unit}`).join(' ')).toBe(text);
});
