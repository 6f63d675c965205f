import type { ShiftRules } from './shift-rules.ts';

/**
 * Who may work when, and how many are wanted when. A slot is half an hour of elapsed time from 00:00 of the first day in the
 * tenant's zone, so a day of a changing clock has 46 or 50. All is plain data: it crosses threads and is kept as JSON.
 */
export type ShiftProblem = {
  /** The first slot of each day and, last, the number of slots: one more than days. */
  dayStarts: readonly number[];
  /** ISO dates of the tenant's zone. A shift belongs wholly to the date on which it starts. */
  dates: readonly string[];
  /** ISO weekday of each day, 1…7. A week of the rules begins on Monday. */
  weekdays: readonly number[];
  holidays: readonly boolean[];
  /** By zone, for each slot and the 96 after the last: half hours since midnight on the wall, 0…47. The tenant's is the first. */
  clocks: readonly (readonly number[])[];
  skills: readonly SkillDemand[];
  people: readonly ShiftPerson[];
  templates: readonly ShiftTemplate[];
  rules: ShiftRules;
};

/** Whole persons wanted by slot, and what each missing and each spare half hour costs. */
export type SkillDemand = { id: string; wanted: readonly number[]; under: number; over: number };

export type Minutes = { min: number; max: number };
export type Span = { from: number; to: number };

export type ShiftPerson = {
  id: string;
  /** Places in `skills`. Each half hour of work serves one of them. */
  skills: readonly number[];
  /** Place in `clocks`: nights are those of his own wall. */
  clock: number;
  /** Of each whole week and of all the horizon, leave already taken off. Of a week that began before, what is left of it. */
  weekMinutes: readonly Minutes[];
  periodMinutes: Minutes;
  maxDayMinutes: number;
  mayNight: boolean;
  mayWeekend: boolean;
  mayHoliday: boolean;
  /** When he is not there: leave, sickness, training, hours outside of those agreed. */
  away: readonly (Span & { why: 'leave' | 'sick' | 'training' | 'unavailable' })[];
  wishes: readonly { day: number; kind: WishKind; weight: number }[];
  /** Shifts that stay as they are. */
  pinned: readonly PlannedShift[];
  carryIn: CarryIn;
};

/** A shift that day, if any, starts 05:00–09:59, or 12:00–19:59, or is one of nights. */
export type WishKind = 'off' | 'early' | 'late' | 'night';

/** What he did before the first slot. */
export type CarryIn = {
  /** Slot at which his last shift ended, nought or less, or more when it runs into the horizon; `null`: rested long. */
  lastEnd: number | null;
  /** Night shifts and days of work in a row up to the last day before. */
  nights: number;
  days: number;
  /** Whether the week that has begun already held its long rest. */
  hasWeeklyRest: boolean;
};

export type ShiftTemplate = {
  id: string;
  /** Half hours since midnight on the tenant's wall, 0…47. */
  starts: readonly number[];
  /** From start to end with breaks, in slots. */
  presences: readonly number[];
  /** In order of time; one ends before the next may begin. They fit into the shortest presence. */
  breaks: readonly BreakWindow[];
};

/** It begins `earliest`…`latest` slots after the shift does. */
export type BreakWindow = { slots: number; isPaid: boolean; earliest: number; latest: number };

export type PlannedShift = {
  person: number;
  day: number;
  start: number;
  /** Exclusive. */
  end: number;
  /** Place in `templates`; −1: made by hand. */
  template: number;
  breaks: readonly { start: number; slots: number; isPaid: boolean }[];
  /** By slot from start: the skill served, −1 in a break. */
  serves: readonly number[];
};
