import { z } from 'zod';

/** What an exchange may tell of a call. */
export const callEventNames = ['ringing', 'answered', 'held', 'resumed', 'ended', 'recorded'] as const;
export type CallEventName = (typeof callEventNames)[number];

/** One thing an exchange tells. Told twice, late or in another order it means the same. */
export const CallTold = z.strictObject({
  callId: z.string().min(1).max(120),
  event: z.enum(callEventNames),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  /** The subscriber's number, in any form. */
  number: z.string().max(40),
  direction: z.enum(['inbound', 'outbound']).default('inbound'),
  /** The agent's telephone, once the call is at one. */
  extension: z.string().min(1).max(20).optional(),
  recordingUrl: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .optional(),
});
export type CallTold = z.infer<typeof CallTold>;

/** Clocks of exchanges differ so much; what lies further ahead has a wrong date. */
const mostAheadMs = 5 * 60_000;
/** What is older comes as a file of call records. */
const mostLateMs = 31 * 86_400_000;

/** What an exchange may tell at this moment. */
export function callToldBy(now: Date) {
  const [from, to] = [now.getTime() - mostLateMs, now.getTime() + mostAheadMs];
  const isNear = (at: Date) => at.getTime() >= from && at.getTime() <= to;
  return CallTold.extend({ at: CallTold.shape.at.refine(isNear, { error: 'time' }) });
}

export type CallEvent = Pick<CallTold, 'event' | 'at'> & {
  extension: string | null;
  recordingUrl: string | null;
};

/** A call as all that was told of it makes it. Durations in ms; `null`: not yet known. */
export type Call = {
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  waitMs: number | null;
  talkMs: number | null;
  holdMs: number | null;
  extension: string | null;
  recordingUrl: string | null;
};

const order: Record<CallEventName, number> = {
  ringing: 0,
  answered: 1,
  held: 2,
  resumed: 3,
  ended: 4,
  recorded: 5,
};

/**
 * Puts together what was told of one call, in whatever order it was heard; at least one event. Waiting ends
 * with the answer or the end, talking is the rest without what was held. A hold that nobody ended ends with
 * the call. Whoever rang last has the call.
 */
export function tellCall(events: readonly CallEvent[]): Call {
  const told = events.toSorted((a, b) => a.at.getTime() - b.at.getTime() || order[a.event] - order[b.event]);
  const first = (name: CallEventName) => told.find(({ event }) => event === name)?.at ?? null;
  const startedAt = told[0]?.at ?? new Date(0);
  const answeredAt = first('answered');
  const endedAt = first('ended');
  const holdMs = answeredAt && endedAt ? heldFor(told, endedAt) : null;
  const waitEnd = answeredAt ?? endedAt;
  return {
    startedAt,
    answeredAt,
    endedAt,
    waitMs: waitEnd && waitEnd.getTime() - startedAt.getTime(),
    talkMs: answeredAt && endedAt && Math.max(0, endedAt.getTime() - answeredAt.getTime() - (holdMs ?? 0)),
    holdMs,
    extension: told.findLast(({ extension }) => extension !== null)?.extension ?? null,
    recordingUrl: told.findLast(({ recordingUrl }) => recordingUrl !== null)?.recordingUrl ?? null,
  };
}

function heldFor(told: readonly CallEvent[], endedAt: Date): number {
  let heldSince: number | null = null;
  let sum = 0;
  for (const { event, at } of told) {
    const time = Math.min(at.getTime(), endedAt.getTime());
    if (event === 'held') heldSince ??= time;
    if ((event === 'resumed' || event === 'ended') && heldSince !== null) {
      sum += time - heldSince;
      heldSince = null;
    }
  }
  return sum;
}

export type CallRefusal =
  | { code: 'forbidden' }
  | { code: 'tenant-not-found' }
  /** Another agent sits at that telephone. */
  | { code: 'extension-taken' }
  | { code: 'person-not-found' };
