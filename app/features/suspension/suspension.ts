import type { RequestState } from '#app/features/request/request.ts';

/** What is done to a line for a debt. `restriction`: it can be called and calls nobody; `ending`: its contract. */
export const measures = ['restriction', 'suspension', 'ending'] as const;
export type Measure = (typeof measures)[number];

export const suspensionStates = [
  'proposed',
  'declined',
  'confirmed',
  'cancelled',
  'suspended',
  'restoring',
  'restored',
  'concluded',
] as const;
export type SuspensionState = (typeof suspensionStates)[number];
export const endedStates = [
  'declined',
  'cancelled',
  'restored',
  'concluded',
] as const satisfies SuspensionState[];

type Move = {
  move: string;
  from: readonly SuspensionState[];
  to: SuspensionState;
  by: readonly ('person' | 'worker')[];
};

/**
 * The one table of what may happen to a suspension. It drives the guards, the buttons, the diagram in docs/debt.md
 * and the tests of every state × move. Nothing but a person leads to `confirmed`.
 */
export const suspensionMoves = [
  { move: 'confirm', from: ['proposed'], to: 'confirmed', by: ['person'] },
  { move: 'decline', from: ['proposed'], to: 'declined', by: ['person'] },
  { move: 'withdraw', from: ['proposed', 'confirmed'], to: 'cancelled', by: ['worker'] },
  { move: 'give-up', from: ['confirmed'], to: 'cancelled', by: ['worker'] },
  { move: 'carry-out', from: ['confirmed'], to: 'suspended', by: ['worker'] },
  { move: 'conclude', from: ['confirmed'], to: 'concluded', by: ['worker'] },
  { move: 'restore', from: ['suspended'], to: 'restoring', by: ['worker', 'person'] },
  { move: 'order-again', from: ['restoring'], to: 'restoring', by: ['person'] },
  { move: 'finish', from: ['restoring'], to: 'restored', by: ['worker'] },
] as const satisfies Move[];
export type SuspensionMove = (typeof suspensionMoves)[number]['move'];

export type SuspensionFault = { code: 'suspension-move-not-allowed'; state: SuspensionState };

export function decideSuspension(
  state: SuspensionState,
  name: SuspensionMove,
  by: 'person' | 'worker',
): { ok: true; to: SuspensionState } | { ok: false; error: SuspensionFault } {
  const row: Move | undefined = suspensionMoves.find(({ move }) => move === name);
  if (!row?.from.includes(state) || !row.by.includes(by))
    return { ok: false, error: { code: 'suspension-move-not-allowed', state } };
  return { ok: true, to: row.to };
}

/** What is known when a suspension is looked at again. The requests: how far they are; null: none was made. */
export type SuspensionFacts = {
  measure: Measure;
  /** Nothing is overdue any more. */
  isPaid: boolean;
  /** A dispute, a promise or a plan: nothing is done to him for the time being. */
  isHeld: boolean;
  block: RequestState | null;
  unblock: RequestState | null;
};

export type SuspensionStep =
  | { do: 'wait' }
  | { do: 'move'; move: SuspensionMove; why: string | null }
  | { do: 'order-block' }
  | { do: 'order-unblock' }
  /** The request has not left us: it is taken back, and what became of that is looked at again. */
  | { do: 'cancel-block' };

const wait: SuspensionStep = { do: 'wait' };
/** From here a request can still be taken back; see the table of requests. */
const recallable: readonly (RequestState | null)[] = ['draft', 'scheduled', 'queued', 'manual'];

/**
 * What is to be done next. Asked again after every step, every payment and every news of a request, so that a
 * piece of work that comes twice, or late, finds nothing left to do.
 */
export function nextStep(state: SuspensionState, facts: SuspensionFacts): SuspensionStep {
  switch (state) {
    case 'proposed':
      return reasonToStop(facts) ? { do: 'move', move: 'withdraw', why: reasonToStop(facts) } : wait;
    case 'confirmed':
      return stepOfConfirmed(facts);
    case 'suspended':
      return facts.isPaid ? { do: 'move', move: 'restore', why: null } : wait;
    case 'restoring':
      if (facts.unblock === null) return { do: 'order-unblock' };
      return facts.unblock === 'done' ? { do: 'move', move: 'finish', why: null } : wait;
    default:
      return wait;
  }
}

function reasonToStop({ isPaid, isHeld }: SuspensionFacts): 'paid' | 'held' | null {
  if (isPaid) return 'paid';
  return isHeld ? 'held' : null;
}

function stepOfConfirmed(facts: SuspensionFacts): SuspensionStep {
  const { block } = facts;
  const reason = reasonToStop(facts);
  // A contract that is over is not brought back by money.
  const carriedOut = facts.measure === 'ending' ? 'conclude' : 'carry-out';
  if (block === 'done') return { do: 'move', move: carriedOut, why: null };
  if (block === 'refused' || block === 'cancelled') {
    return reason
      ? { do: 'move', move: 'withdraw', why: reason }
      : { do: 'move', move: 'give-up', why: `request-${block}` };
  }
  if (block === null) return reason ? { do: 'move', move: 'withdraw', why: reason } : { do: 'order-block' };
  return reason && recallable.includes(block) ? { do: 'cancel-block' } : wait;
}

/** Whether a person must see to it: the line is not back, and the request that should bring it does not go on. */
export function isStuck(state: SuspensionState, unblock: RequestState | null): boolean {
  return state === 'restoring' && (unblock === 'refused' || unblock === 'cancelled' || unblock === 'manual');
}
