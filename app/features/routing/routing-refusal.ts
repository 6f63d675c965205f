import type { Action } from '../access/can.ts';

/** Every expected no of the routing commands. */
export type RoutingRefusal =
  | { code: 'forbidden'; action: Action }
  /** Nobody of that id serves this client company. */
  | { code: 'person-not-found' }
  /** Nothing waits that this agent can be given. */
  | { code: 'nothing-waits' }
  /** He may not be given work now, and why. */
  | { code: 'held-back'; reason: string }
  /** The roster gives him no work now. */
  | { code: 'off-shift' }
  /** He has passed no test for the carrier; `null`: for any. */
  | { code: 'not-admitted'; carrier: string | null }
  | { code: 'conflict' };
