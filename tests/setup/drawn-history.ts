import fc from 'fast-check';
import type { RequestState } from '#app/features/request/request.ts';
import type { DrawnContract } from './recount-clocks.ts';

export const now = new Date('2026-04-20T12:00:00Z');
export const start = Date.parse('2026-02-20T00:00:00Z');
const minuteMs = 60_000;

/** Any instant of fifty days; late ones come before earlier ones. */
const moment = fc.integer({ min: 0, max: 50 * 1440 }).map((minute) => new Date(start + minute * minuteMs));
const few = fc.integer({ min: 0, max: 3 });
const call = fc.record({
  type: fc.constant('contact' as const),
  id: fc.integer({ min: 0, max: 11 }),
  at: moment,
  channel: fc.constantFrom(
    'call' as const,
    'call' as const,
    'call' as const,
    'email' as const,
    'chat' as const,
  ),
  direction: fc.constantFrom('inbound' as const, 'inbound' as const, 'inbound' as const, 'outbound' as const),
  subscriber: fc.option(fc.integer({ min: 1, max: 2 })),
  caseOf: fc.option(few),
  isOver: fc.constantFrom(true, true, true, false),
  waitMs: fc.option(fc.constantFrom(0, 4999, 5000, 20_000, 20_001, 90_000), { freq: 9 }),
  talkMs: fc.option(fc.constantFrom(0, 1000, 61_000), { freq: 9 }),
  result: fc.option(fc.constantFrom('solved' as const, 'passed-on' as const, 'wrong-number' as const)),
  isSolvedAtFirst: fc.option(fc.boolean()),
});
const caseMove = fc.record({
  type: fc.constant('case' as const),
  id: few,
  minutes: fc.integer({ min: 1, max: 9000 }),
  event: fc.constantFrom(
    ...([
      'answered',
      'asked-subscriber',
      'subscriber-wrote',
      'subscriber-wrote',
      'solved',
      'solved',
    ] as const),
    ...(['reopened', 'closed', 'merged'] as const),
  ),
});
const requestMove = fc.record({
  type: fc.constant('request' as const),
  id: few,
  minutes: fc.integer({ min: 0, max: 20_000 }),
  to: fc.constantFrom<RequestState>(
    'queued',
    'sending',
    'manual',
    'accepted',
    'done',
    'refused',
    'cancelled',
  ),
});
const rating = fc.record({
  type: fc.constant('rating' as const),
  id: few,
  at: moment,
  stars: fc.integer({ min: 1, max: 5 }),
  recommends: fc.option(fc.integer({ min: 0, max: 10 })),
});
const topic = fc.record({
  type: fc.constant('topic' as const),
  id: few,
  topicId: fc.option(fc.constantFrom('t1', 't2')),
});
const gone = fc.record({ type: fc.constant('gone' as const), id: fc.integer({ min: 0, max: 11 }) });
const looked = fc.record({ type: fc.constant('looked' as const) });
export const deed = fc.oneof(
  { arbitrary: call, weight: 6 },
  { arbitrary: caseMove, weight: 5 },
  { arbitrary: requestMove, weight: 3 },
  ...[rating, topic, gone, looked].map((arbitrary) => ({ arbitrary, weight: 1 })),
);
export type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const promised = (least: number, most: number) =>
  fc.option(fc.integer({ min: least, max: most }), { freq: 5 });
export const contract: fc.Arbitrary<DrawnContract> = fc.record({
  fromHour: fc.integer({ min: 0, max: 9 }),
  toHour: fc.integer({ min: 17, max: 24 }),
  isWeekendOpen: fc.boolean(),
  minutes: fc.record({
    firstResponse: promised(30, 3000),
    nextResponse: promised(30, 3000),
    resolution: promised(600, 9000),
    carrier: promised(60, 6000),
  }),
});

export const everyPromise: DrawnContract = {
  fromHour: 0,
  toHour: 24,
  isWeekendOpen: true,
  minutes: { firstResponse: 100, nextResponse: 100, resolution: 3000, carrier: 600 },
};
const told = (id: number, minutes: number, event: string): Deed =>
  ({ type: 'case', id, minutes, event }) as Deed;
const moved = (id: number, minutes: number, to: RequestState): Deed => ({ type: 'request', id, minutes, to });
const called = (id: number, day: number, rest: Partial<Deed & { type: 'contact' }>): Deed => ({
  type: 'contact',
  id,
  at: new Date(start + day * 1440 * minuteMs),
  channel: 'call',
  direction: 'inbound',
  subscriber: 1,
  caseOf: 0,
  isOver: true,
  waitMs: 5000,
  talkMs: 61_000,
  result: 'solved',
  isSolvedAtFirst: true,
  ...rest,
});
/** A history in which every number is something. */
export const everythingOnce: Deed[] = [
  ...[called(0, 1, {}), called(1, 3, {}), called(2, 30, { talkMs: null, waitMs: 90_000 })],
  called(3, 31, { talkMs: null, waitMs: 0 }),
  ...[told(0, 10, 'answered'), told(0, 10, 'subscriber-wrote'), told(0, 50, 'answered')],
  ...[told(0, 500, 'solved'), told(0, 10, 'reopened'), told(0, 10, 'solved'), told(1, 20, 'solved')],
  // Answered and solved days after it was due.
  ...[told(2, 9000, 'answered'), told(2, 9000, 'solved')],
  ...[moved(1, 10, 'queued'), moved(1, 10, 'manual'), moved(1, 10, 'done'), moved(2, 10, 'queued')],
  ...[moved(2, 10, 'refused'), moved(3, 5, 'queued'), moved(3, 9, 'done')],
  { type: 'rating', id: 0, at: new Date(start + minuteMs), stars: 5, recommends: 10 },
];
