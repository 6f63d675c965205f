import { Temporal } from 'temporal-polyfill';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { wallClock } from '#app/features/sla/wall-clock.ts';

/** What a wall clock shows: `date` as ISO, `minutes` after its midnight, `weekday` from Monday, 1. */
export type LocalTime = { date: string; minutes: number; weekday: number };
export type CalendarPeriod = 'day' | 'week' | 'month';

const dayMs = 86_400_000;

export function localTimeOf(at: number, timeZone: string): LocalTime {
  const shown = new Date(at + offsetAt(at, timeZone));
  return {
    date: shown.toISOString().slice(0, 10),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    weekday: shown.getUTCDay() || 7,
  };
}

/** The first instant at which the wall clock shows it; of a reading that is skipped, that at which it is. */
export function instantOf(date: string, minutes: number, timeZone: string): number {
  const asUtc = Date.parse(date) + minutes * 60_000;
  const [before, after] = [asUtc - dayMs, asUtc + dayMs].map((at) => offsetAt(at, timeZone));
  if (before !== undefined && before === after) return asUtc - before;
  const found = wallClock(timeZone, { from: asUtc - dayMs, to: asUtc + dayMs })(date, minutes);
  const { from, offsetMs } = spanAt(found, timeZone);
  return found + offsetMs === asUtc ? found : from;
}

/** Where the calendar period after that of `at` begins: the next day, Monday or first of a month. */
export function nextPeriodStart(period: CalendarPeriod, at: number, timeZone: string): number {
  const { date, weekday } = localTimeOf(at, timeZone);
  if (period === 'day') return instantOf(addDays(date, 1), 0, timeZone);
  if (period === 'week') return instantOf(addDays(date, 8 - weekday), 0, timeZone);
  const [year = 0, month = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return instantOf(first, 0, timeZone);
}

type Span = { from: number; to: number; offsetMs: number };
const spansOf = new Map<string, Span[]>();

function offsetAt(at: number, timeZone: string): number {
  return spanAt(at, timeZone).offsetMs;
}

/** Temporal takes a twentieth of a millisecond to say; it is asked once for each time between two changes. */
function spanAt(at: number, timeZone: string): Span {
  const spans = spansOf.get(timeZone) ?? [];
  spansOf.set(timeZone, spans);
  const known = spans.find(({ from, to }) => from <= at && at < to);
  if (known) return known;
  const span = askSpan(at, timeZone);
  spans.push(span);
  return span;
}

function askSpan(at: number, timeZone: string): Span {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(at));
  const shown = instant.toZonedDateTimeISO(timeZone);
  const last = shown.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = shown.getTimeZoneTransition('next');
  return {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: shown.offsetNanoseconds / 1e6,
  };
}
