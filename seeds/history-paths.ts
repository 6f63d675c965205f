import { type MoveName, moves, type RequestState } from '#app/features/request/request.ts';
import type { Draws } from './draws.ts';

/** Moves that really happen, with how often. The first event of every request is its draft. */
const carried = {
  straight: { weight: 52, moves: ['submit', 'claim', 'complete'] },
  accepted: { weight: 38, moves: ['submit', 'claim', 'accept', 'complete'] },
  busy: { weight: 4, moves: ['submit', 'claim', 'postpone', 'claim', 'accept', 'complete'] },
  lost: { weight: 3, moves: ['submit', 'claim', 'lose', 'complete'] },
  resent: { weight: 2, moves: ['submit', 'claim', 'lose', 'resend', 'claim', 'complete'] },
  escalated: { weight: 1, moves: ['submit', 'claim', 'lose', 'escalate', 'complete'] },
} as const satisfies Record<string, { weight: number; moves: MoveName[] }>;

export type HistoryEvent = {
  version: number;
  event: string;
  fromState: RequestState;
  toState: RequestState;
  at: Date;
  byPerson: boolean;
};
export type Fate = 'granted' | 'refused' | 'cancelled' | 'waiting';

export function drawPath(draws: Draws, fate: Fate, byPerson: boolean): readonly MoveName[] {
  if (fate === 'waiting') return ['assign'];
  if (fate === 'cancelled') return ['submit', 'cancel'];
  if (fate === 'refused')
    return draws.chance(0.6) ? ['submit', 'claim', 'refuse'] : ['submit', 'claim', 'accept', 'refuse'];
  if (byPerson) return ['assign', 'complete'];
  const weights = Object.fromEntries(Object.entries(carried).map(([name, { weight }]) => [name, weight]));
  return carried[draws.weigh(weights) as keyof typeof carried].moves;
}

const minuteMs = 60_000;
/** How long after the move before, in ms: from, to. */
const pauses: Partial<Record<MoveName, [number, number]>> = {
  submit: [5000, 90_000],
  assign: [5000, 90_000],
  claim: [200, 4000],
  accept: [400, 3000],
  lose: [30_000, 30_500],
  resend: [20_000, 3 * minuteMs],
  escalate: [15 * minuteMs, 16 * minuteMs],
  cancel: [1000, 5 * minuteMs],
};
const workPause: [number, number] = [2000, 20 * minuteMs];
const personPause: [number, number] = [5 * minuteMs, 6 * 60 * minuteMs];

/** Events that follow the one table of moves. Throws when a path breaks it. */
export function drawEvents(draws: Draws, path: readonly MoveName[], createdAt: Date): HistoryEvent[] {
  const drafted = {
    version: 1,
    event: 'drafted',
    fromState: 'draft',
    toState: 'draft',
    at: createdAt,
    byPerson: true,
  };
  const events: HistoryEvent[] = [drafted as HistoryEvent];
  let state: RequestState = 'draft';
  let time = createdAt.getTime();
  for (const name of path) {
    const row = moves.find(({ move }) => move === name);
    if (!row || !(row.from as readonly RequestState[]).includes(state)) {
      throw new Error(`The history of seeds makes the move ${name} from ${state}.`);
    }
    const byPerson = row.by[0] === 'person' || state === 'manual';
    const [shortest, longest] = pauses[name] ?? (state === 'manual' ? personPause : workPause);
    time += draws.int(shortest, longest);
    const version = events.length + 1;
    events.push({
      version,
      event: row.event,
      fromState: state,
      toState: row.to,
      at: new Date(time),
      byPerson,
    });
    state = row.to;
  }
  return events;
}
