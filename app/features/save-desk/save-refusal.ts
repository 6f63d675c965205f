import type { Action } from '#app/features/access/can.ts';
import type { NotAdmitted } from '#app/features/admission/find-bar.ts';
import type { SaveFault } from './save-moves.ts';

/** Every expected no of the save desk. */
export type SaveRefusal =
  | NotAdmitted
  | { code: 'forbidden'; action: Action }
  | { code: 'line-not-found' }
  | { code: 'case-not-found' }
  | { code: 'talk-not-found' }
  | SaveFault
  /** Talking to those who leave is not among his skills. */
  | { code: 'no-save-skill' }
  /** A colleague talks to him. */
  | { code: 'talk-taken' }
  /** The day of the application is still to come. */
  | { code: 'applied-ahead' }
  /** The number is not with us any more. */
  | { code: 'line-has-left' }
  /** He is gone, or the follow-up is over: what came of the talk is a fact by now. */
  | { code: 'talk-settled' }
  | { code: 'topic-not-found' }
  | { code: 'conflict' };
