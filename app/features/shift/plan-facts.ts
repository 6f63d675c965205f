import type { ShiftRules } from '#app/features/roster/shift-rules.ts';
import type { Requirement } from '#app/features/staffing/requirement.ts';
import type { Absence } from './away-spans.ts';
import type { Terms } from './person-limits.ts';
import type { StoredShift } from './planned-shifts.ts';
import type { AvailableTime, Presence, ShiftFacts, WishKind } from './shift.ts';

/** One who is planned. `carriers`: those he may serve. */
export type Planned = {
  userId: string;
  carriers: readonly string[];
  terms: Terms & {
    timeZone: string;
    accountingMonths: number;
    available: readonly AvailableTime[];
    hiredOn: string;
    endsOn: string | null;
  };
};
export type PlanTemplate = { id: string; starts: readonly number[]; presences: readonly Presence[] };
export type PlanWish = { userId: string; date: string; kind: WishKind };

export type ToldShift = Pick<ShiftFacts, 'userId' | 'date' | 'startsAt' | 'endsAt' | 'breaks'>;

/** Of the longest accounting period before the plan: since when people were told plans, their shifts, and who was away. */
export type Accounted = { since: string | null; told: readonly ToldShift[]; absences: readonly Absence[] };

/** All that a plan is made from. `shifts`: those already in it; `earlier`: those of the three weeks before it. */
export type PlanFacts = {
  timeZone: string;
  requirement: Requirement;
  people: readonly Planned[];
  templates: readonly PlanTemplate[];
  rules: ShiftRules;
  absences: readonly Absence[];
  wishes: readonly PlanWish[];
  shifts: readonly StoredShift[];
  earlier: readonly StoredShift[];
  accounted: Accounted;
};
