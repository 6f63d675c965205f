import type { Action } from '../access/can.ts';

/** Every expected no of the game's commands, beside those of the rules and the seasons. */
export type GameRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'conflict' }
  /** A colleague is called so already. */
  | { code: 'pseudonym-taken' }
  | { code: 'person-not-found' }
  | { code: 'not-oneself' }
  /** All thanks of this month are given. */
  | { code: 'kudos-spent'; budget: number }
  | { code: 'no-season' }
  | { code: 'quest-not-found' }
  | { code: 'reward-not-found' }
  | { code: 'reward-gone' }
  | { code: 'too-few-points'; balance: number; price: number }
  | { code: 'order-not-found' }
  | { code: 'order-decided' }
  | { code: 'poll-answered' };
