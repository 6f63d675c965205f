import { z } from 'zod';
import type { Action } from '#app/features/access/can.ts';
import { MailAddress } from '#app/features/mail/mail.ts';
import { weekdayOf } from '#app/features/shift/work-calendar.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, wallClock } from '#app/features/sla/wall-clock.ts';

/** What is sent: a report of one's own with its numbers of then, or the month before as it was closed. */
export type Mailed = { kind: 'own'; ownReportId: string } | { kind: 'month' };
/** When: on which days, at which hour of the tenant's zone. `weekday`: ISO, 1 Monday; `monthDay`: 1…28. */
export type Rhythm = { every: 'day' | 'week' | 'month'; weekday: number; monthDay: number; hour: number };

/** `waiting`: to be sent; `unconfirmed`: it broke off when nobody can know, and is not sent again. */
export type DispatchState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unconfirmed';

/** Every expected no about reports by mail. */
export type ReportMailRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'mail-address-not-found' }
  | { code: 'mail-address-confirmed' }
  /** A confirmation was asked for a moment ago, or too often today. */
  | { code: 'mail-asked-often' }
  | { code: 'too-many-mail-addresses' }
  | { code: 'mail-schedule-not-found' }
  | { code: 'too-many-mail-schedules' }
  | { code: 'own-report-not-found' }
  /** It tells of people one by one, and an address is not of somebody who runs the work here. */
  | { code: 'mail-names-people'; address: string }
  /** The link of a mail is not ours, was used, or is too old. */
  | { code: 'mail-link-over' };

export const AddressInput = z.strictObject({
  address: MailAddress,
  language: z.enum(['ru', 'en'], 'required'),
});
export const mailedFiles = ['report.pdf', 'report.xlsx', 'report.csv'] as const;
export type MailedFile = (typeof mailedFiles)[number];

const number = (from: number, to: number) =>
  z.coerce.number('count').int('count').min(from, 'count').max(to, 'count');
export const ScheduleInput = z.strictObject({
  mailed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own'), ownReportId: z.uuid('required') }),
    z.strictObject({ kind: z.literal('month') }),
  ]),
  file: z.enum(mailedFiles, 'required'),
  rhythm: z.strictObject({
    every: z.enum(['day', 'week', 'month'], 'required'),
    weekday: number(1, 7),
    monthDay: number(1, 28),
    hour: number(0, 23),
  }),
  addressIds: z.array(z.uuid('required')).min(1, 'required').max(20, 'long'),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;

/** A link that confirms is good for so long. */
export const confirmMs = 72 * 60 * 60_000;
const askPauseMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;
const mostAsksADay = 3;

type Asked = { askedAt: Date; asks: number };

/** Which ask of the day this one would be; `null`: it is too soon or one too many, so nobody can be flooded. */
export function nextAsk(last: Asked | null, now: Date): number | null {
  if (!last) return 1;
  const sinceMs = now.getTime() - last.askedAt.getTime();
  if (sinceMs >= dayMs) return 1;
  return sinceMs < askPauseMs || last.asks >= mostAsksADay ? null : last.asks + 1;
}

/** Two months have every day of any rhythm. */
const mostDaysAhead = 62;

/**
 * The first moment after another at which a rhythm comes, by the wall clock of a zone. An hour that the clocks skip is
 * the one after the gap; of one that comes twice the first is meant.
 */
export function nextRun(rhythm: Rhythm, after: Date, timeZone: string): Date {
  const from = after.getTime();
  const clock = wallClock(timeZone, { from, to: from + mostDaysAhead * dayMs });
  let date = dateAt(from, timeZone);
  for (let days = 0; days <= mostDaysAhead; days++) {
    const at = clock(date, rhythm.hour * 60);
    if (at > from && isDayOf(rhythm, date)) return new Date(at);
    date = addDays(date, 1);
  }
  throw new RangeError(`${JSON.stringify(rhythm)} does not come after ${after.toISOString()}.`);
}

function isDayOf({ every, weekday, monthDay }: Rhythm, date: string): boolean {
  if (every === 'week') return weekdayOf(date) === weekday;
  return every === 'day' || Number(date.slice(8)) === monthDay;
}
