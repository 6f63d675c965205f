import { z } from 'zod';
import { Change, type ChangeKind } from '#carriers/port.ts';

/** Every kind of request. The first eight can go through a carrier's interface, the rest a person does. */
export const requestKinds = [
  'option.connect',
  'option.disconnect',
  'tariff.change',
  'line.block',
  'line.unblock',
  'sim.replace',
  'invoice.order',
  'details.order',
  'device.setup',
  'other',
] as const;
export type RequestKind = (typeof requestKinds)[number];

const task = z.string().trim().min(3).max(2000);

/** What a request asks for: a carrier change, or a task in words for a person. */
export const Payload = z.union([
  Change,
  z.strictObject({ kind: z.literal('device.setup'), device: z.string().trim().min(2).max(120), task }),
  z.strictObject({ kind: z.literal('other'), task }),
]);
export type Payload = z.infer<typeof Payload>;

export const requestStates = [
  'draft',
  'scheduled',
  'queued',
  'sending',
  'accepted',
  'unconfirmed',
  'manual',
  'done',
  'refused',
  'cancelled',
] as const;
export type RequestState = (typeof requestStates)[number];
export const finalStates = ['done', 'refused', 'cancelled'] as const satisfies RequestState[];

export type Mover = 'person' | 'worker';
export type Move = {
  move: string;
  from: readonly RequestState[];
  to: RequestState;
  by: readonly Mover[];
  /** Name of the event written with the move. */
  event: string;
};

/**
 * The one table of what may happen to a request. It drives the guards, the buttons, the diagram in
 * docs/requests.md and the tests of every state × move.
 */
export const moves = [
  { move: 'reprice', from: ['draft'], to: 'draft', by: ['person'], event: 'preview-changed' },
  { move: 'submit', from: ['draft'], to: 'queued', by: ['person'], event: 'submitted' },
  { move: 'schedule', from: ['draft'], to: 'scheduled', by: ['person'], event: 'scheduled' },
  { move: 'assign', from: ['draft'], to: 'manual', by: ['person'], event: 'given-to-a-person' },
  { move: 'release', from: ['scheduled'], to: 'queued', by: ['worker'], event: 'released' },
  { move: 'claim', from: ['queued'], to: 'sending', by: ['worker'], event: 'sending-started' },
  { move: 'postpone', from: ['sending'], to: 'queued', by: ['worker'], event: 'not-sent' },
  { move: 'accept', from: ['sending', 'unconfirmed'], to: 'accepted', by: ['worker'], event: 'accepted' },
  { move: 'lose', from: ['sending'], to: 'unconfirmed', by: ['worker'], event: 'outcome-unknown' },
  { move: 'resend', from: ['unconfirmed'], to: 'queued', by: ['worker'], event: 'proven-absent' },
  {
    move: 'complete',
    from: ['sending', 'accepted', 'unconfirmed', 'manual'],
    to: 'done',
    by: ['worker'],
    event: 'completed',
  },
  {
    move: 'refuse',
    from: ['sending', 'accepted', 'unconfirmed', 'manual'],
    to: 'refused',
    by: ['worker'],
    event: 'refused',
  },
  { move: 'fulfil', from: ['manual'], to: 'done', by: ['person'], event: 'done-by-a-person' },
  { move: 'decline', from: ['manual'], to: 'refused', by: ['person'], event: 'declined-by-a-person' },
  {
    move: 'escalate',
    from: ['scheduled', 'queued', 'sending', 'accepted', 'unconfirmed'],
    to: 'manual',
    by: ['worker'],
    event: 'needs-a-person',
  },
  { move: 'ask', from: ['manual'], to: 'unconfirmed', by: ['person'], event: 'asked-again' },
  { move: 'requeue', from: ['manual'], to: 'queued', by: ['person'], event: 'queued-again' },
  {
    move: 'cancel',
    from: ['draft', 'scheduled', 'queued', 'manual'],
    to: 'cancelled',
    by: ['person', 'worker'],
    event: 'cancelled',
  },
  {
    move: 'restore',
    from: ['queued', 'sending', 'accepted'],
    to: 'unconfirmed',
    by: ['worker'],
    event: 'restored-from-copy',
  },
] as const satisfies Move[];
export type MoveName = (typeof moves)[number]['move'];

export type MoveRefusal = { code: 'move-not-allowed'; move: MoveName; state: RequestState };

/** The state a move leads to, or why it is not allowed from here by this mover. */
export function decideMove(
  state: RequestState,
  name: MoveName,
  by: Mover,
): { ok: true; to: RequestState; event: string } | { ok: false; error: MoveRefusal } {
  const row: Move | undefined = moves.find((candidate) => candidate.move === name);
  if (!row?.from.includes(state) || !row.by.includes(by)) {
    return { ok: false, error: { code: 'move-not-allowed', move: name, state } };
  }
  return { ok: true, to: row.to, event: row.event };
}

/** The moves a person may make now: what buttons to show. */
export function movesOfPerson(state: RequestState): MoveName[] {
  const rows: readonly Move[] = moves;
  return rows
    .filter((row) => row.from.includes(state) && row.by.includes('person'))
    .map((row) => row.move as MoveName);
}

/**
 * What a change touches on its line. Two open requests of one line and subject exclude each other: the
 * tariff and the SIM exist once, an option by its code, a document by its kind, a task in words by its words.
 */
export function subjectOf(payload: Payload): string {
  switch (payload.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return `option:${payload.optionCode}`;
    case 'tariff.change':
      return 'tariff';
    case 'line.block':
    case 'line.unblock':
      return 'block';
    case 'sim.replace':
      return 'sim';
    case 'device.setup':
      return `device:${payload.device}`;
    case 'other':
      return `task:${payload.task}`;
    default:
      return payload.kind;
  }
}

export function isCarrierKind(kind: RequestKind): kind is ChangeKind {
  return kind !== 'device.setup' && kind !== 'other';
}

export function isFinal(state: RequestState): boolean {
  return (finalStates as readonly RequestState[]).includes(state);
}
