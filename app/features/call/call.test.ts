import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CallEvent,
  type CallEventName,
  CallTold,
  callEventNames,
  callToldBy,
  tellCall,
} from './call.ts';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, second));
const heard = (event: CallEventName, second: number, extension: string | null = null): CallEvent => ({
  event,
  at: at(second),
  extension,
  recordingUrl: event === 'recorded' ? 'https://pbx.example/1.ogg' : null,
});
const whole = [
  heard('ringing', 0, '101'),
  heard('answered', 10, '101'),
  heard('held', 20),
  heard('resumed', 25),
  heard('held', 40),
  heard('ended', 50),
  heard('recorded', 55),
];

test('a call is told by its events', () => {
  expect(tellCall(whole)).toEqual({
    startedAt: at(0),
    answeredAt: at(10),
    endedAt: at(50),
    waitMs: 10_000,
    talkMs: 25_000,
    holdMs: 15_000,
    extension: '101',
    recordingUrl: 'https://pbx.example/1.ogg',
  });
});

test.each<[string, CallEvent[], object]>([
  ['rings', [heard('ringing', 0, '101')], { endedAt: null, waitMs: null, talkMs: null, extension: '101' }],
  ['is spoken', whole.slice(0, 2), { waitMs: 10_000, talkMs: null, holdMs: null }],
  [
    'was given up',
    [heard('ringing', 0), heard('ended', 30)],
    { waitMs: 30_000, talkMs: null, answeredAt: null },
  ],
  ['rang at another’s', [heard('ringing', 0, '101'), heard('ringing', 9, '102')], { extension: '102' }],
])('a call that %s', (_what, events, expected) => {
  expect(tellCall(events)).toMatchObject(expected);
});

test('the order in which events are heard, and hearing them twice, changes nothing', () => {
  const events = fc.array(
    fc.record({
      event: fc.constantFrom(...callEventNames),
      at: fc.integer({ min: 0, max: 90 }).map(at),
      extension: fc.constant(null),
      recordingUrl: fc.constant(null),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (told, chance) => {
      const mixed = told
        .map((event) => ({ event, place: chance.next().value }))
        .toSorted((a, b) => Number(a.place) - Number(b.place))
        .map(({ event }) => event);
      expect(tellCall([...mixed, ...told])).toEqual(tellCall(told));
      const { waitMs, talkMs, holdMs } = tellCall(told);
      for (const part of [waitMs, talkMs, holdMs]) expect(part ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  ['a recording that is not behind TLS', { recordingUrl: 'http://pbx.example/1' }],
  ['a recording that is a script', { recordingUrl: 'javascript:alert(1)' }],
  ['a field that nobody knows', { userId: 'x' }],
  ['an event that nobody knows', { event: 'deleted' }],
  ['a time that is none', { at: 'yesterday' }],
])('%s is not taken', (_what, wrong) => {
  const told = { callId: '1', event: 'ringing', at: '2026-03-02T12:00:00+03:00', number: '89161234567' };
  expect(CallTold.safeParse(told).success).toBe(true);
  expect(CallTold.safeParse({ ...told, ...wrong }).success).toBe(false);
});

test.each([
  ['as it happens', '2026-03-02T09:00:00Z', true],
  ['by a clock that is a little ahead', '2026-03-02T09:04:59Z', true],
  ['by a clock with another date', '2026-03-02T09:05:01Z', false],
  ['some weeks late', '2026-02-03T09:00:00Z', true],
  ['of long ago', '2026-01-29T09:00:00Z', false],
  ['of the year 275760', '+275760-09-13T00:00:00Z', false],
])('an exchange tells %s', (_what, at, expected) => {
  const told = { callId: '1', event: 'ringing', at, number: '1' };
  expect(callToldBy(new Date('2026-03-02T09:00:00Z')).safeParse(told).success).toBe(expected);
});
