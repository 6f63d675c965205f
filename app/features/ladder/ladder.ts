/** Why nothing is done to a debtor for the time being. */
export const holds = ['dispute', 'promise', 'plan'] as const;
export type Hold = (typeof holds)[number];

/** Which strategy a debtor was drawn for; `control` is contacted by none of the steps that are tried. */
export const arms = ['champion', 'challenger', 'control'] as const;
export type Arm = (typeof arms)[number];

export const ladderMoveKinds = ['entered', 'step', 'skipped', 'held', 'released', 'moved', 'left'] as const;
export type LadderMoveKind = (typeof ladderMoveKinds)[number];

export type PromiseState = 'open' | 'kept' | 'broken' | 'replaced' | 'cancelled';
export type PromisePart = { on: string; kopecks: number };

/** How a call about a debt ended. `wrong-person`: nothing may be said to him. */
export const callOutcomes = [
  'promised',
  'paid',
  'disputes',
  'refuses',
  'no-answer',
  'wrong-person',
  'other',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];
