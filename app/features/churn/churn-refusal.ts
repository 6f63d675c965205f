import type { Action } from '#app/features/access/can.ts';
import type { DepartureFault } from './departure.ts';

/** Every expected no about churn. */
export type ChurnRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'line-not-found' }
  | DepartureFault
  | { code: 'conflict' };
