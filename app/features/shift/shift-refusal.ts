import type { Action } from '#app/features/access/can.ts';

/** Every expected no of the planner's commands. */
export type ShiftRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'person-not-found' }
  | { code: 'roster-not-found' }
  /** Another plan that is not retired covers some of these dates. */
  | { code: 'roster-overlaps'; from: string; to: string }
  /** It is no longer planned with. */
  | { code: 'roster-retired' }
  /** The engine is at work on it: its answer would overwrite the edit. */
  | { code: 'roster-solving' }
  /** Nothing is known of how many are needed, or of anybody who could work. */
  | { code: 'nothing-to-solve' }
  | { code: 'shift-not-found' }
  /** Somebody else changed it after this page was read. */
  | { code: 'shift-changed' }
  /** He begins another shift on that date. */
  | { code: 'day-taken'; date: string }
  /** It would lie over another shift of his. */
  | { code: 'shift-overlaps'; date: string }
  | { code: 'shift-outside' }
  | { code: 'shift-length'; most: number }
  | { code: 'nothing-to-copy' }
  | { code: 'nothing-to-undo' }
  | { code: 'nothing-to-redo' }
  | { code: 'nothing-to-publish' }
  /** The plan, or who can work, is no longer as it was when the changes were shown. */
  | { code: 'mending-outdated' }
  | { code: 'template-not-found' }
  | { code: 'template-name-taken' }
  | { code: 'rule-not-found' }
  | { code: 'conflict' };
