import { expect, test } from 'vitest';
import type { TargetClock } from './clock.ts';
import { nearestTarget } from './nearest-target.ts';

const running: TargetClock = {
  target: 'resolution',
  requestId: null,
  state: 'running',
  isOpen: true,
  noClock: null,
  pausedReason: null,
  isAtCarrier: false,
  startedAt: 0,
  endedAt: null,
  dueAt: 1000,
  targetMs: 1000,
  spentMs: 0,
  leftMs: 1000,
  share: 0,
  running: { from: 0, to: 5000 },
  calendarId: 'day',
  segments: [],
};
const first: TargetClock = { ...running, target: 'firstResponse', dueAt: 400, leftMs: 400 };
const met: TargetClock = { ...first, state: 'met', isOpen: false, endedAt: 10 };
const late: TargetClock = { ...first, state: 'breached', dueAt: -5, leftMs: -5 };
const waits: TargetClock = {
  ...first,
  state: 'paused',
  pausedReason: 'waiting-for-subscriber',
  dueAt: null,
  leftMs: 10,
  running: null,
};
const carrier: TargetClock = { ...running, target: 'carrier', requestId: 'r', dueAt: 100 };
const none: TargetClock = { ...running, state: 'none', isOpen: false, noClock: 'no-target', dueAt: null };

test.each([
  ['the one due first', [running, first], 'firstResponse', 400],
  ['not one that was met', [running, met], 'resolution', 1000],
  ['one that is late already', [running, late], 'firstResponse', -5],
  ['one that runs before one that stands', [waits, running], 'resolution', 1000],
  [
    'of those that stand, the one with least left',
    [{ ...running, dueAt: null }, waits],
    'firstResponse',
    null,
  ],
  ['never the carrier before the subscriber', [carrier, running], 'resolution', 1000],
  ['the carrier when nothing else is promised', [none, carrier], 'carrier', 100],
])('nearest is %s', (_what, targets, target, dueAt) => {
  expect(nearestTarget(targets)).toMatchObject({ target, dueAt });
});

test('nothing is near when all is done, or nothing was promised', () => {
  expect(nearestTarget([met, none])).toBeNull();
  expect(nearestTarget([])).toBeNull();
});
