import type { RequestState } from '#app/features/request/request.ts';
import type { ClockEvent, IncidentTreatment } from '#app/features/sla/clock.ts';
import type { Subject } from '#app/features/sla/contract.ts';
import type { CaseKind, CaseState, Priority } from './case.ts';

/** A row of a case's history, as far as its clock reads it. */
export type ToldEvent = {
  event: string;
  fromState: CaseState;
  toState: CaseState;
  at: Date;
  note: Record<string, unknown> | null;
};
/** A move of a request that serves the case. */
export type ToldMove = { requestId: string; fromState: RequestState; toState: RequestState; at: Date };

type Untimed = ClockEvent extends infer E ? (E extends ClockEvent ? Omit<E, 'at'> : never) : never;

const atCarrier: readonly RequestState[] = ['queued', 'sending', 'accepted', 'unconfirmed'];

/** Whether a move takes a request to the carrier, or back from him: the clocks of its case must hear of it. */
export function changesCarrier({ fromState, toState }: Pick<ToldMove, 'fromState' | 'toState'>): boolean {
  return atCarrier.includes(fromState) !== atCarrier.includes(toState);
}

/**
 * What happened to a case in the words of its clock, in order of time. The kind is the one it has now: what a
 * case is called later was true from the beginning. A merged case is solved by the other.
 */
export function clockEventsOf(
  history: readonly ToldEvent[],
  moves: readonly ToldMove[],
  kind: CaseKind,
): ClockEvent[] {
  const own = history.flatMap((row) => timed(row.at, wordsOf(row, kind)));
  const carriers = moves.flatMap((row) => timed(row.at, carrierWordsOf(row)));
  return [...own, ...carriers].sort((a, b) => a.at - b.at);
}

function timed(at: Date, words: Untimed[]): ClockEvent[] {
  return words.map((word) => ({ at: at.getTime(), ...word }) as ClockEvent);
}

function wordsOf(row: ToldEvent, kind: CaseKind): Untimed[] {
  const { fromState, toState } = row;
  const hasWaited = fromState === 'waiting' && toState !== 'waiting' && row.event !== 'subscriber-wrote';
  const waits = toState === 'waiting' && fromState !== 'waiting';
  return [
    ...(hasWaited ? [{ type: 'waiting.ended' as const }] : []),
    ...namedWordsOf(row, kind),
    ...(waits ? [{ type: 'waiting.began' as const }] : []),
  ];
}

function namedWordsOf({ event, fromState, note }: ToldEvent, kind: CaseKind): Untimed[] {
  switch (event) {
    case 'opened':
      return [{ type: 'opened', ...subjectOf(note, kind) }];
    case 'subscriber-wrote':
      return fromState === 'solved'
        ? [{ type: 'reopened' }, { type: 'subscriber.wrote' }]
        : [{ type: 'subscriber.wrote' }];
    case 'answered':
    case 'asked-subscriber':
      return [{ type: 'agent.answered' }];
    case 'solved':
      return note?.isAnswer === true
        ? [{ type: 'agent.answered' }, { type: 'solved' }]
        : [{ type: 'solved' }];
    case 'merged':
      return [{ type: 'solved' }];
    case 'reopened':
    case 'unmerged':
      return [{ type: 'reopened' }];
    case 'classified':
      return priorityOf(note);
    case 'incident-joined':
      return [{ type: 'incident.joined', treatment: note?.treatment as IncidentTreatment }];
    case 'incident-left':
      return [{ type: 'incident.left' }];
    default:
      return [];
  }
}

function subjectOf(note: ToldEvent['note'], kind: CaseKind): Subject {
  const { channel, priority, segment } = (note ?? {}) as Partial<Subject>;
  return { channel: channel ?? 'web', priority: priority ?? 'normal', segment: segment ?? null, kind };
}

function priorityOf(note: ToldEvent['note']): Untimed[] {
  const priority = (note?.after as { priority?: Priority } | undefined)?.priority;
  return priority ? [{ type: 'priority.changed', priority }] : [];
}

function carrierWordsOf({ requestId, fromState, toState }: ToldMove): Untimed[] {
  if (!changesCarrier({ fromState, toState })) return [];
  return [{ type: atCarrier.includes(toState) ? 'carrier.began' : 'carrier.ended', requestId }];
}
