import { expect, test } from 'vitest';
import { clockEventsOf, type ToldEvent, type ToldMove } from './clock-events.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
const told = (
  minute: number,
  event: string,
  fromState: ToldEvent['fromState'],
  toState: ToldEvent['toState'],
  note: ToldEvent['note'] = null,
): ToldEvent => ({ at: at(minute), event, fromState, toState, note });
const moved = (minute: number, fromState: ToldMove['fromState'], toState: ToldMove['toState']): ToldMove => ({
  at: at(minute),
  requestId: 'r',
  fromState,
  toState,
});
const opened = told(0, 'opened', 'new', 'new', { channel: 'email', kind: 'question', priority: 'high' });

test.each<[string, ToldEvent[], string[]]>([
  ['an answer', [told(1, 'answered', 'new', 'open')], ['agent.answered']],
  ['a question back', [told(1, 'asked-subscriber', 'new', 'waiting')], ['agent.answered', 'waiting.began']],
  [
    'his answer ends the waiting by itself',
    [told(1, 'waits-for-subscriber', 'new', 'waiting'), told(2, 'subscriber-wrote', 'waiting', 'open')],
    ['waiting.began', 'subscriber.wrote'],
  ],
  [
    'so does a colleague who goes on',
    [told(1, 'waits-for-subscriber', 'new', 'waiting'), told(2, 'assigned', 'waiting', 'open')],
    ['waiting.began', 'waiting.ended'],
  ],
  [
    'an answer that solves',
    [told(1, 'solved', 'open', 'solved', { isAnswer: true })],
    ['agent.answered', 'solved'],
  ],
  ['solved without a word', [told(1, 'solved', 'open', 'solved')], ['solved']],
  [
    'written to when solved',
    [told(1, 'subscriber-wrote', 'solved', 'open')],
    ['reopened', 'subscriber.wrote'],
  ],
  [
    'merged and taken apart',
    [told(1, 'merged', 'open', 'merged'), told(2, 'unmerged', 'merged', 'open')],
    ['solved', 'reopened'],
  ],
  [
    'a new priority',
    [told(1, 'classified', 'open', 'open', { after: { priority: 'low' } })],
    ['priority.changed'],
  ],
  ['a new topic is nothing', [told(1, 'classified', 'open', 'open', { after: { topicId: 't' } })], []],
  [
    'an incident',
    [
      told(1, 'incident-joined', 'open', 'open', { treatment: 'pause' }),
      told(2, 'incident-left', 'open', 'open'),
    ],
    ['incident.joined', 'incident.left'],
  ],
  ['a note is nothing', [told(1, 'noted', 'open', 'open')], []],
])('%s', (_what, history, types) => {
  const events = clockEventsOf([opened, ...history], [], 'fault');
  expect(events.map(({ type }) => type)).toEqual(['opened', ...types]);
});

test('the kind is the one it has now, the rest as it was opened', () => {
  expect(clockEventsOf([opened], [], 'fault')).toEqual([
    { at: at(0).getTime(), type: 'opened', channel: 'email', priority: 'high', segment: null, kind: 'fault' },
  ]);
});

test("a request's time at the carrier begins when it is queued and ends with it or with a person", () => {
  const moves = [
    moved(1, 'draft', 'queued'),
    moved(2, 'queued', 'sending'),
    moved(3, 'sending', 'manual'),
    moved(4, 'manual', 'queued'),
    moved(5, 'sending', 'done'),
  ];
  const events = clockEventsOf([opened], moves, 'change');
  expect(events.slice(1).map(({ type, at: when }) => `${type} ${new Date(when).getUTCMinutes()}`)).toEqual([
    'carrier.began 1',
    'carrier.ended 3',
    'carrier.began 4',
    'carrier.ended 5',
  ]);
});
