import { expect, test } from 'vitest';
import { waitingNow } from './waiting.ts';

const nobody = { waiting: 0, since: null };

test.each([
  ['nobody', [], nobody, [0, null, 0, null, 0, null]],
  ['a call that rings', [], { waiting: 2, since: 50 }, [2, 50, 0, null, 0, null]],
  [
    'chats of two kinds, with the longest of both',
    [
      { channel: 'chat' as const, waiting: 1, since: 70 },
      { channel: 'messenger' as const, waiting: 2, since: 30 },
    ],
    nobody,
    [0, null, 3, 30, 0, null],
  ],
  [
    'a call noted by hand and one that rings',
    [{ channel: 'call' as const, waiting: 1, since: 10 }],
    { waiting: 1, since: 20 },
    [2, 10, 0, null, 0, null],
  ],
  [
    'letters of every kind',
    [
      { channel: 'email' as const, waiting: 1, since: 3 },
      { channel: 'web' as const, waiting: 1, since: 2 },
      { channel: 'cabinet' as const, waiting: 1, since: 4 },
    ],
    nobody,
    [0, null, 0, null, 3, 2],
  ],
])('waiting: %s', (_, cases, ringing, told) => {
  expect(waitingNow(cases, ringing).flatMap(({ waiting, since }) => [waiting, since])).toEqual(told);
});
