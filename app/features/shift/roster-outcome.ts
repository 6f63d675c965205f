import type { GapReason } from '#app/features/roster/shift-answer.ts';

/** Where fewer work than are needed. `from`, `to`: instants. `missing`: people, where most are. */
export type RosterGap = {
  skill: string;
  from: number;
  to: number;
  missing: number;
  reasons: readonly GapReason[];
};

/** What the engine has said of a plan. Minutes are agent-minutes of work, breaks not counted. */
export type RosterOutcome = {
  /** Epoch ms. */
  startedAt: number;
  firstAt: number | null;
  heardAt: number;
  /** Empty while it is at work. */
  endedAt: number | null;
  /** Seconds it was given. */
  seconds: number;
  requiredMinutes: number;
  underMinutes: number;
  overMinutes: number;
  costParts: { part: 'under' | 'over' | 'wishes' | 'rules'; cost: number }[];
  cost: number;
  bound: number;
  /** Share of the required agent-hours between cost and bound. */
  gap: number;
  gaps: RosterGap[];
  /** Why it ended without an answer. */
  failure: string | null;
};
