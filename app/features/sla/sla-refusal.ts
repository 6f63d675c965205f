import type { Action } from '../access/can.ts';
import type { CalendarRefusal } from './calendar.ts';

/** Every expected no of the commands on calendars and contracts. */
export type SlaRefusal =
  | CalendarRefusal
  | { code: 'forbidden'; action: Action }
  | { code: 'calendar-not-found' }
  | { code: 'calendar-name-taken' }
  /** A rule of the contract counts by a calendar that is not there. */
  | { code: 'calendar-missing'; number: number }
  /** The time before now was counted by other rules, and stays so. */
  | { code: 'begins-in-the-past' }
  | { code: 'conflict' };
