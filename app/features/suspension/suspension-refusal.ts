import type { Action } from '#app/features/access/can.ts';
import type { SuspensionFault } from './suspension.ts';

/** Every expected no of the commands for suspensions. */
export type SuspensionRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'suspension-not-found' }
  | SuspensionFault
  /** It does not work as it is. What its carrier blocked we can neither block nor bring back. */
  | { code: 'line-blocked'; by: 'wish' | 'theft' | 'operator' }
  /** He paid, or nothing is overdue any more. */
  | { code: 'nothing-overdue' }
  /** A dispute, a promise or a plan. */
  | { code: 'debt-held' }
  | { code: 'conflict' };
