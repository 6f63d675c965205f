import { type CaseState, caseKinds, isOpenCase, priorities } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import type { RequestState } from '#app/features/request/request.ts';
import type { ClockEvent } from './clock.ts';

/** An event of a case, and of a request made for it, as far as the clocks read them. */
export type CaseFact = {
  event: string;
  fromState: CaseState;
  toState: CaseState;
  at: Date;
  note: Record<string, unknown> | null;
};
export type RequestFact = { requestId: string; fromState: RequestState; toState: RequestState; at: Date };

/** `incident-told` is the one update that answers all in their channel. */
const answers = ['answered', 'asked-subscriber', 'incident-told'];
const treatments = ['run', 'pause', 'exclude'] as const;

/** What the clocks of a case are evaluated from, in order: its own events and those of its requests. */
export function clockEventsOf(facts: readonly CaseFact[], requests: readonly RequestFact[]): ClockEvent[] {
  const openedAt = facts[0]?.at.getTime() ?? 0;
  const atCarrier = requests.flatMap(readRequest).filter(({ at }) => at >= openedAt);
  return [...facts.flatMap(readFact), ...atCarrier].sort((a, b) => a.at - b.at);
}

function readFact({ event, fromState, toState, at: when, note }: CaseFact): ClockEvent[] {
  const at = when.getTime();
  if (event === 'opened') return [{ at, type: 'opened', ...readSubject(note) }];
  const treatment = treatments.find((known) => known === note?.treatment) ?? 'run';
  return [
    ...(isOpenCase(toState) && !isOpenCase(fromState) ? [{ at, type: 'reopened' as const }] : []),
    ...(event === 'subscriber-wrote' ? [{ at, type: 'subscriber.wrote' as const }] : []),
    ...(answers.includes(event) ? [{ at, type: 'agent.answered' as const }] : []),
    ...(event === 'classified' ? readClassification(at, note) : []),
    ...(event === 'incident-joined' ? [{ at, type: 'incident.joined' as const, treatment }] : []),
    ...(event === 'incident-left' ? [{ at, type: 'incident.left' as const }] : []),
    ...(toState === 'waiting' ? [{ at, type: 'waiting.began' as const }] : []),
    ...(fromState === 'waiting' && toState !== 'waiting' ? [{ at, type: 'waiting.ended' as const }] : []),
    ...(isOpenCase(fromState) && !isOpenCase(toState) ? [{ at, type: 'solved' as const }] : []),
  ];
}

function readSubject(note: CaseFact['note']) {
  return {
    channel: channels.find((known) => known === note?.channel) ?? 'web',
    kind: caseKinds.find((known) => known === note?.kind) ?? 'question',
    priority: priorities.find((known) => known === note?.priority) ?? 'normal',
    segment: typeof note?.segment === 'string' ? note.segment : null,
  };
}

function readClassification(at: number, note: CaseFact['note']): ClockEvent[] {
  const after = (note?.after ?? {}) as Record<string, unknown>;
  const priority = priorities.find((known) => known === after.priority);
  const kind = caseKinds.find((known) => known === after.kind);
  return [
    ...(priority ? [{ at, type: 'priority.changed' as const, priority }] : []),
    ...(kind ? [{ at, type: 'kind.changed' as const, kind }] : []),
  ];
}

/** Sent and not answered for good: an unconfirmed request is the carrier's to explain. */
function isAtCarrier(state: RequestState): boolean {
  return state === 'sending' || state === 'accepted' || state === 'unconfirmed';
}

function readRequest({ requestId, fromState, toState, at: when }: RequestFact): ClockEvent[] {
  const at = when.getTime();
  const [was, is] = [isAtCarrier(fromState), isAtCarrier(toState)];
  if (is && !was) return [{ at, type: 'carrier.began', requestId }];
  return was && !is ? [{ at, type: 'carrier.ended', requestId }] : [];
}
