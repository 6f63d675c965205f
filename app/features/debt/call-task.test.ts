import { describe, expect, test } from 'vitest';
import { callLockMs, compareCalls, holderOf, type RankedCall } from './call-task.ts';

const now = new Date('2026-03-02T09:00:00Z');
const before = (ms: number) => new Date(now.getTime() - ms);

test.each([
  [null, null, null],
  ['a', before(0), 'a'],
  ['a', before(callLockMs - 1), 'a'],
  ['a', before(callLockMs), null],
])('a call taken by %s at %s is held by %s', (takenBy, takenAt, holder) => {
  expect(holderOf({ takenBy, takenAt }, now)).toBe(holder);
});

describe('the order', () => {
  const call = (over: Partial<RankedCall>): RankedCall => ({
    isMine: false,
    isTaken: false,
    mayCall: true,
    callFrom: null,
    debtKopecks: 1,
    probability: null,
    ...over,
  });
  test.each([
    ['mine before a larger', call({ isMine: true }), call({ debtKopecks: 9 })],
    [
      'who may be called before who must wait',
      call({}),
      call({ mayCall: false, callFrom: now, debtKopecks: 9 }),
    ],
    ['a free one before a taken one', call({}), call({ isTaken: true, debtKopecks: 9 })],
    [
      'who must wait before who may never be called',
      call({ mayCall: false, callFrom: now }),
      call({ mayCall: false }),
    ],
    [
      'the likelier loss',
      call({ debtKopecks: 10, probability: 0.9 }),
      call({ debtKopecks: 15, probability: 0.5 }),
    ],
    ['the larger sum where nothing is foretold', call({ debtKopecks: 3 }), call({ debtKopecks: 2 })],
  ])('%s', (_, first, second) => {
    expect([second, first].sort(compareCalls)).toEqual([first, second]);
  });
});
