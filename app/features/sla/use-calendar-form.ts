import { useState } from 'react';
import { type CalendarHours, type CalendarRefusal, findCalendarFault, type SpecialDay } from './calendar.ts';
import { readPeriods, writePeriods } from './periods-text.ts';

/** A special day as it is typed. `key`: tells rows apart while their dates change. */
export type DayDraft = { key: string; date: string; name: string; periods: string };
export type CalendarDraft = {
  name: string;
  timeZone: string;
  effectiveFrom: string;
  week: string[];
  days: DayDraft[];
  reason: string;
};

/** What is being typed of a calendar, and the hours it makes once all of it can be read. */
export function useCalendarForm(given: { name: string; effectiveFrom: string; hours: CalendarHours }) {
  const [draft, setDraft] = useState<CalendarDraft>(() => draftOf(given));
  const week = draft.week.map(readPeriods);
  const days = draft.days.map(({ date, name, periods }) => ({ date, name, periods: readPeriods(periods) }));
  const isRead = week.every((periods) => periods !== null) && days.every(isReadDay);
  const hours: CalendarHours = {
    timeZone: draft.timeZone,
    week: week.map((periods) => periods ?? []),
    specialDays: days.flatMap(({ periods, ...day }) =>
      day.date ? [{ ...day, periods: periods ?? [] }] : [],
    ),
  };
  const fault: CalendarRefusal | undefined = isRead ? findCalendarFault(hours) : undefined;
  return {
    draft,
    hours,
    fault,
    isSound: isRead && !fault,
    edit: (part: Partial<CalendarDraft>) => setDraft((before) => ({ ...before, ...part })),
    editWeekday: (index: number, text: string) =>
      setDraft((before) => ({ ...before, week: before.week.with(index, text) })),
    editDay: (key: string, part: Partial<DayDraft>) =>
      setDraft((before) => ({
        ...before,
        days: before.days.map((day) => (day.key === key ? { ...day, ...part } : day)),
      })),
    removeDay: (key: string) =>
      setDraft((before) => ({ ...before, days: before.days.filter((day) => day.key !== key) })),
    /** Days that are there already stay as they are. */
    addDays: (added: readonly SpecialDay[]) =>
      setDraft((before) => ({ ...before, days: mergeDays(before.days, added) })),
  };
}

function draftOf({ name, effectiveFrom, hours }: Parameters<typeof useCalendarForm>[0]): CalendarDraft {
  return {
    name,
    effectiveFrom,
    timeZone: hours.timeZone,
    week: hours.week.map(writePeriods),
    days: hours.specialDays.map(dayDraft),
    reason: '',
  };
}

function dayDraft({ date, name, periods }: SpecialDay): DayDraft {
  return { key: crypto.randomUUID(), date, name, periods: writePeriods(periods) };
}

function mergeDays(known: readonly DayDraft[], added: readonly SpecialDay[]): DayDraft[] {
  const dates = new Set(known.map(({ date }) => date));
  const fresh = added.filter(({ date }) => !dates.has(date)).map(dayDraft);
  return [...known, ...fresh].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function isReadDay({ date, name, periods }: { date: string; name: string; periods: unknown }): boolean {
  return date !== '' && name.trim() !== '' && periods !== null;
}
