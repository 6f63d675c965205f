/** What a subscriber may want of us. A complaint is filled in as a gift, in eight steps. */
export const caseKinds = [
  'question',
  'change',
  'fault',
  'complaint',
  'mistaken-payment',
  'personal-data',
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const caseStates = ['new', 'open', 'waiting', 'solved', 'closed', 'merged'] as const;
export type CaseState = (typeof caseStates)[number];
/** Those that still want something of us; `waiting` wants something of the subscriber. */
export const openCaseStates = ['new', 'open', 'waiting'] as const satisfies CaseState[];

type CaseMover = 'person' | 'worker';
type CaseMove = {
  move: string;
  from: readonly CaseState[];
  to: CaseState;
  by: readonly CaseMover[];
  /** Name of the event written with the move. */
  event: string;
};

/**
 * The one table of what may happen to a case. `hear` is the subscriber writing again; a case that was closed
 * stays closed, and what he writes then opens a new one. `worker` moves by rule, nobody asked.
 */
export const caseMoves = [
  { move: 'take', from: ['new', 'open', 'waiting'], to: 'open', by: ['person', 'worker'], event: 'assigned' },
  { move: 'answer', from: ['new', 'open', 'waiting'], to: 'open', by: ['person'], event: 'answered' },
  { move: 'ask', from: ['new', 'open', 'waiting'], to: 'waiting', by: ['person'], event: 'asked-subscriber' },
  { move: 'wait', from: ['new', 'open'], to: 'waiting', by: ['person'], event: 'waits-for-subscriber' },
  { move: 'resume', from: ['waiting'], to: 'open', by: ['person', 'worker'], event: 'resumed' },
  {
    move: 'hear',
    from: ['new', 'open', 'waiting', 'solved'],
    to: 'open',
    by: ['person', 'worker'],
    event: 'subscriber-wrote',
  },
  {
    move: 'solve',
    from: ['new', 'open', 'waiting'],
    to: 'solved',
    by: ['person', 'worker'],
    event: 'solved',
  },
  { move: 'reopen', from: ['solved'], to: 'open', by: ['person', 'worker'], event: 'reopened' },
  { move: 'close', from: ['solved'], to: 'closed', by: ['worker'], event: 'closed' },
  {
    move: 'merge',
    from: ['new', 'open', 'waiting', 'solved'],
    to: 'merged',
    by: ['person'],
    event: 'merged',
  },
  { move: 'unmerge', from: ['merged'], to: 'open', by: ['person'], event: 'unmerged' },
] as const satisfies CaseMove[];
export type CaseMoveName = (typeof caseMoves)[number]['move'];
export type CaseMoveRefusal = { code: 'case-move-not-allowed'; move: CaseMoveName; state: CaseState };

/** The state a move leads to, or why it is not allowed from here by this mover. */
export function decideCaseMove(
  state: CaseState,
  name: CaseMoveName,
  by: CaseMover,
): { ok: true; to: CaseState; event: string } | { ok: false; error: CaseMoveRefusal } {
  const row: CaseMove | undefined = caseMoves.find((candidate) => candidate.move === name);
  if (!row?.from.includes(state) || !row.by.includes(by)) {
    return { ok: false, error: { code: 'case-move-not-allowed', move: name, state } };
  }
  return { ok: true, to: row.to, event: row.event };
}

/** The moves a person may make now: what buttons to show. */
export function caseMovesOfPerson(state: CaseState): CaseMoveName[] {
  const rows: readonly CaseMove[] = caseMoves;
  return rows
    .filter((row) => row.from.includes(state) && row.by.includes('person'))
    .map((row) => row.move as CaseMoveName);
}

export function isOpenCase(state: CaseState): boolean {
  return (openCaseStates as readonly CaseState[]).includes(state);
}
