import type { Action } from '../access/can.ts';

/** Every expected no of the commands on samples and reviews. */
export type ReviewRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'card-not-found' }
  | { code: 'plan-not-found' }
  | { code: 'plan-title-taken' }
  /** Nothing was done in the period that nobody has drawn yet. */
  | { code: 'nothing-to-draw' }
  | { code: 'period-too-wide' }
  | { code: 'task-not-found' }
  /** It was reviewed or replaced meanwhile. */
  | { code: 'task-not-open' }
  /** It was asked for, not drawn: nothing stands in for it. */
  | { code: 'task-not-drawn' }
  /** Nothing of the same stratum is left to stand in. */
  | { code: 'reserve-empty' }
  | { code: 'reason-missing' }
  | { code: 'subject-not-found' }
  /** Nobody here has solved a case of this number, or not the one who asks. */
  | { code: 'case-not-solved' }
  /** Nobody reviews himself. */
  | { code: 'own-work' }
  /** The marks are not answers to the card: an item has none, or a mark is off its scale. */
  | { code: 'card-unanswered'; itemId: string }
  | { code: 'conflict' };
