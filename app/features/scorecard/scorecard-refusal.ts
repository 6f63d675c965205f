import type { Action } from '../access/can.ts';

/** Every expected no of the commands on scorecards. */
export type ScorecardRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'card-not-found' }
  | { code: 'card-title-taken' }
  /** Two sections or two items share an id. */
  | { code: 'id-twice'; id: string }
  /** It holds as it is: there is no draft to let hold. */
  | { code: 'nothing-drafted' }
  /** Reviews of this season were given by the card: it changes with the next one. */
  | { code: 'card-mid-season' }
  | { code: 'no-next-season' }
  | { code: 'conflict' };
