import type { Action } from '#app/features/access/can.ts';

/** Every expected no to those who keep rules, bars and consents. */
export type OutreachRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'begins-in-the-past' }
  | { code: 'subscriber-not-found' }
  /** It is not there, or is over already. */
  | { code: 'paper-not-found' }
  | { code: 'conflict' };
