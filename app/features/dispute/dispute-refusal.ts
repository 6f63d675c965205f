import type { Action } from '../access/can.ts';

/** Every expected no of the commands on disputes. */
export type DisputeRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'review-not-found' }
  | { code: 'dispute-not-found' }
  /** The window is over: the review stands as it is. */
  | { code: 'dispute-too-late' }
  /** This revision of the review was disputed before, whatever came of it. */
  | { code: 'disputed-already' }
  /** What is proposed is no other mark of the card's item. */
  | { code: 'proposal-unfit'; itemId: string }
  | { code: 'dispute-not-open' }
  /** Nobody judges his own review, or what he disputes himself. */
  | { code: 'judge-is-party' }
  /** The person it is moved to does not serve this client company, or reviewed it. */
  | { code: 'person-not-found' }
  | { code: 'conflict' };
