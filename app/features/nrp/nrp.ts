/** A kind of shift of the published benchmark; `notAfter`: places of the shifts it may not follow the day after. */
export type NrpShift = { id: string; minutes: number; notAfter: readonly number[] };

/** A wish about one shift of one day, and what it costs to deny it. */
export type NrpWish = { day: number; shift: number; weight: number };

export type NrpPerson = {
  id: string;
  /** By shift: how many of it at most. */
  mostOf: readonly number[];
  minMinutes: number;
  maxMinutes: number;
  minRun: number;
  maxRun: number;
  minDaysOff: number;
  maxWeekends: number;
  daysOff: ReadonlySet<number>;
  wantsOn: readonly NrpWish[];
  wantsOff: readonly NrpWish[];
};

/** How many are wanted at one shift of one day, and what each one missing and each one too many costs. */
export type NrpCover = { day: number; shift: number; wanted: number; under: number; over: number };

/** Curtois and Qu (2014), Computational results on new staff scheduling benchmark instances: a file of their set. */
export type NrpProblem = {
  days: number;
  shifts: readonly NrpShift[];
  people: readonly NrpPerson[];
  cover: readonly NrpCover[];
};

/** By day the place of the shift, −1 for a day off. */
export type NrpTour = Int8Array;
export const dayOff = -1;
