import { expect, test } from 'vitest';
import { type HandledFact, handlingTimes } from './handling-time.ts';

const fact = (
  caseId: string,
  event: string,
  minute: number,
  channel: HandledFact['channel'] = 'email',
): HandledFact => ({
  caseId,
  channel,
  event,
  at: new Date(minute * 60_000),
});

test.each<[string, HandledFact[], [string, number][]]>([
  ['from taking to the answer', [fact('a', 'assigned', 0), fact('a', 'answered', 4)], [['email', 4]]],
  [
    'the median of several',
    [
      fact('a', 'assigned', 0),
      fact('a', 'answered', 2),
      fact('b', 'assigned', 0),
      fact('b', 'solved', 9),
      fact('c', 'assigned', 0),
      fact('c', 'solved', 5),
    ],
    [['email', 5]],
  ],
  [
    'each channel on its own',
    [
      fact('a', 'assigned', 0),
      fact('a', 'answered', 4),
      fact('b', 'assigned', 0, 'chat'),
      fact('b', 'answered', 1, 'chat'),
    ],
    [
      ['email', 4],
      ['chat', 1],
    ],
  ],
  ['taken and left over lunch counts for nothing', [fact('a', 'assigned', 0), fact('a', 'answered', 90)], []],
  ['what another case did ends nothing', [fact('a', 'assigned', 0), fact('b', 'answered', 4)], []],
  ['logged and answered in one step took no time', [fact('a', 'assigned', 0), fact('a', 'answered', 0)], []],
])('%s', (_what, facts, expected) => {
  expect([...handlingTimes(facts)].map(([channel, ms]) => [channel, ms / 60_000])).toEqual(expected);
});
