import type { Action } from '#app/features/access/can.ts';

/** Every expected no about what will come and how many are needed. */
export type WorkloadRefusal =
  | { code: 'forbidden'; action: Action }
  /** Somebody marked the day already. */
  | { code: 'day-marked'; on: string }
  | { code: 'mark-not-found' }
  | { code: 'correction-not-found' }
  | { code: 'terms-promise-nothing' }
  | { code: 'conflict' };
