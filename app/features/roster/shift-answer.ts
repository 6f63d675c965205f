import type { PlannedShift, Span } from './shift-problem.ts';
import type { RuleMode, ShiftRuleKey } from './shift-rules.ts';

/** A plan and what is known of it. Costs are in half hours by their weights. */
export type ShiftAnswer = {
  /** Pinned ones too, by person and start. */
  shifts: readonly PlannedShift[];
  cost: ShiftCost;
  /** No plan that keeps the hard rules costs less. */
  bound: number;
  /** Cost beyond the bound as a share of the half hours wanted. */
  gap: number;
};

export type ShiftCost = {
  total: number;
  /** What is missing and spare, weighted. */
  under: number;
  over: number;
  /** Wishes denied. */
  wishes: number;
  /** Soft rules broken, and hours below those agreed. */
  rules: number;
  /** Half hours wanted, missing and spare, not weighted. */
  wantedSlots: number;
  underSlots: number;
  overSlots: number;
};

/** A code and facts; words are the page's. `at` is the slot where it shows. */
export type Breach = {
  person: number;
  rule:
    | ShiftRuleKey
    | 'fewest-week-hours'
    | 'fewest-period-hours'
    | 'break-window'
    | 'template'
    | 'skill'
    | 'pinned';
  mode: RuleMode;
  at: number;
  /** What it is and what it should be, in the rule's unit. */
  found: number;
  limit: number;
};

/** What stands in the way of one more at a gap, by how many people. */
export type GapReason =
  | { code: 'lacks-skill' | 'on-shift' | 'no-template'; people: number }
  | { code: 'away'; why: 'leave' | 'sick' | 'training' | 'unavailable'; people: number }
  | { code: 'rule'; rule: Breach['rule']; people: number }
  /** Nothing but the cost elsewhere: he works, or would be spare, somewhere else instead. */
  | { code: 'needed-elsewhere'; people: number };

export type CoverGap = Span & { skill: number; missing: number; reasons: readonly GapReason[] };
