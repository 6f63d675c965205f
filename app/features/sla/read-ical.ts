import ICAL from 'ical.js';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { SpecialDay } from './calendar.ts';
import { addDays } from './calendar-date.ts';

export type IcalRefusal = { code: 'ical-unreadable' } | { code: 'ical-empty' };
const mostDays = 2000;
const mostRepeats = 5000;

/**
 * The days that an iCal file names, closed all day, between two dates. An event of several days is so many
 * days, one that repeats is as many as it falls on; the hours of an event say nothing of working hours.
 */
export function readIcal(text: string, from: string, to: string): Result<SpecialDay[], IcalRefusal> {
  const events = parseEvents(text);
  if (!events) return refuse({ code: 'ical-unreadable' });
  const days = new Map<string, SpecialDay>();
  for (const event of events) {
    const name = (event.summary ?? '').trim().slice(0, 120) || 'iCal';
    for (const date of datesOf(event, from, to)) {
      if (days.size < mostDays) days.set(date, { date, name, periods: [] });
    }
  }
  if (days.size === 0) return refuse({ code: 'ical-empty' });
  return ok([...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
}

function parseEvents(text: string): ICAL.Event[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  } catch {
    return null;
  }
}

function* datesOf(event: ICAL.Event, from: string, to: string): Generator<string> {
  const length = Math.min(366, Math.max(1, Math.ceil(event.duration.toSeconds() / 86_400)));
  for (const first of beginningsOf(event, to)) {
    for (let day = 0; day < length; day++) {
      const date = addDays(first, day);
      if (date >= from && date <= to) yield date;
    }
  }
}

function* beginningsOf(event: ICAL.Event, to: string): Generator<string> {
  if (!event.isRecurring()) {
    yield dateOf(event.startDate);
    return;
  }
  const repeats = event.iterator();
  for (let count = 0; count < mostRepeats; count++) {
    const next = repeats.next();
    if (!next || dateOf(next) > to) return;
    yield dateOf(next);
  }
}

function dateOf({ year, month, day }: ICAL.Time): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
