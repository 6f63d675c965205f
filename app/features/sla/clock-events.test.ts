import { expect, test } from 'vitest';
import type { CaseState } from '#app/features/case/case.ts';
import { type CaseFact, clockEventsOf } from './clock-events.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
const fact = (
  minute: number,
  event: string,
  from: CaseState,
  to: CaseState,
  note: CaseFact['note'] = null,
): CaseFact => ({
  at: at(minute),
  event,
  fromState: from,
  toState: to,
  note,
});
const opened = fact(0, 'opened', 'new', 'new', {
  channel: 'email',
  kind: 'fault',
  priority: 'high',
  segment: 'VIP',
});
const tell = (facts: CaseFact[]) =>
  clockEventsOf([opened, ...facts], [])
    .slice(1)
    .map(({ at: _, ...event }) => event);

test('a case begins as it was opened', () => {
  expect(clockEventsOf([opened], [])).toEqual([
    {
      at: at(0).getTime(),
      type: 'opened',
      channel: 'email',
      kind: 'fault',
      priority: 'high',
      segment: 'VIP',
    },
  ]);
});

test.each<[string, CaseFact, object[]]>([
  ['an answer', fact(1, 'answered', 'open', 'open'), [{ type: 'agent.answered' }]],
  [
    'a question to the subscriber',
    fact(1, 'asked-subscriber', 'open', 'waiting'),
    [{ type: 'agent.answered' }, { type: 'waiting.began' }],
  ],
  [
    'an answer that ends the waiting',
    fact(1, 'answered', 'waiting', 'open'),
    [{ type: 'agent.answered' }, { type: 'waiting.ended' }],
  ],
  [
    'waiting without an answer',
    fact(1, 'waits-for-subscriber', 'open', 'waiting'),
    [{ type: 'waiting.began' }],
  ],
  ['a new message', fact(1, 'subscriber-wrote', 'open', 'open'), [{ type: 'subscriber.wrote' }]],
  [
    'a new message to a solved case',
    fact(1, 'subscriber-wrote', 'solved', 'open'),
    [{ type: 'reopened' }, { type: 'subscriber.wrote' }],
  ],
  ['solved', fact(1, 'solved', 'open', 'solved'), [{ type: 'solved' }]],
  ['closed after that', fact(1, 'closed', 'solved', 'closed'), []],
  ['merged', fact(1, 'merged', 'open', 'merged'), [{ type: 'solved' }]],
  ['unmerged', fact(1, 'unmerged', 'merged', 'open'), [{ type: 'reopened' }]],
  [
    'a new priority',
    fact(1, 'classified', 'open', 'open', { after: { priority: 'urgent', kind: 'complaint' } }),
    [
      { type: 'priority.changed', priority: 'urgent' },
      { type: 'kind.changed', kind: 'complaint' },
    ],
  ],
  [
    'an incident',
    fact(1, 'incident-joined', 'open', 'open', { treatment: 'pause' }),
    [{ type: 'incident.joined', treatment: 'pause' }],
  ],
  ['its end', fact(1, 'incident-left', 'open', 'open'), [{ type: 'incident.left' }]],
  ['a note', fact(1, 'noted', 'open', 'open'), []],
])('%s', (_what, given, expected) => {
  expect(tell([given])).toEqual(expected);
});

test('a request is at the carrier from sending until its last answer, whatever it goes through there', () => {
  const step = (
    minute: number,
    fromState: 'queued' | 'sending' | 'unconfirmed' | 'accepted',
    toState: 'sending' | 'unconfirmed' | 'accepted' | 'done',
  ) => ({ requestId: 'r', at: at(minute), fromState, toState });
  const requests = [
    step(1, 'queued', 'sending'),
    step(2, 'sending', 'unconfirmed'),
    step(3, 'unconfirmed', 'accepted'),
    step(5, 'accepted', 'done'),
  ];
  expect(clockEventsOf([opened, fact(4, 'answered', 'open', 'open')], requests).slice(1)).toEqual([
    { at: at(1).getTime(), type: 'carrier.began', requestId: 'r' },
    { at: at(4).getTime(), type: 'agent.answered' },
    { at: at(5).getTime(), type: 'carrier.ended', requestId: 'r' },
  ]);
});
