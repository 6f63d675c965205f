import { Failure } from '#carriers/port.ts';
import type { RequestState } from './request.ts';

/** A row of request_events, as far as it is told. */
export type Told = {
  event: string;
  fromState: RequestState;
  at: Date;
  note?: Record<string, unknown> | null;
};

/** `text` is a key of `request:event`; `seconds`: how long an answer was waited for. */
export type Sentence = { text: string; seconds: number | null };

/** Which sentence an event is, seen among those before it. The same event reads differently by its story. */
export function tellEvent(events: readonly Told[], index: number): Sentence | null {
  const told = events[index];
  if (!told) return null;
  const sentence = (text: string) => ({ text, seconds: null });
  switch (told.event) {
    case 'sending-started':
      return sentence(lastSend(events, index) ? 'sentAgain' : 'sending-started');
    case 'outcome-unknown':
      return tellLoss(events, index, told);
    case 'completed':
      return sentence(told.fromState === 'unconfirmed' ? 'foundCompleted' : 'completed');
    case 'accepted':
      return sentence(told.fromState === 'unconfirmed' ? 'foundAccepted' : 'accepted');
    default:
      return sentence(told.event);
  }
}

function lastSend(events: readonly Told[], before: number): Told | undefined {
  return events.slice(0, before).findLast(({ event }) => event === 'sending-started');
}

function tellLoss(events: readonly Told[], index: number, told: Told): Sentence {
  const sent = lastSend(events, index);
  if (told.note?.reason === 'sender-died' || !sent) return { text: 'senderDied', seconds: null };
  const failure = Failure.safeParse(told.note?.failure).data;
  if (failure && failure.code !== 'lost') return { text: 'answerUnclear', seconds: null };
  return { text: 'outcome-unknown', seconds: Math.round((told.at.getTime() - sent.at.getTime()) / 1000) };
}
