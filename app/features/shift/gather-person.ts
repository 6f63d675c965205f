import type { ShiftPerson, SkillDemand } from '#app/features/roster/shift-problem.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { type Absence, absenceSpans, unavailableSpans } from './away-spans.ts';
import { carryInOf } from './carry-in.ts';
import type { SlotClock } from './clock-of.ts';
import { normMinutes } from './norm-minutes.ts';
import { periodMinutes } from './period-minutes.ts';
import { limitsOf } from './person-limits.ts';
import type { PlanFacts, Planned } from './plan-facts.ts';
import { weekdayOf } from './work-calendar.ts';

/** What it costs to deny a wish, in half hours of one person's missing. */
const wishWeight = 3;

export type PersonFrame = {
  zone: number;
  clock: SlotClock;
  startsAt: number;
  slots: number;
  skills: readonly SkillDemand[];
};

/** What the engine is told of one person. */
export function gatherPerson(
  facts: PlanFacts,
  { userId, carriers, terms }: Planned,
  frame: PersonFrame,
): ShiftPerson {
  const { dates } = facts.requirement;
  const from = dates[0] ?? '';
  const limits = limitsOf(terms, from);
  const own = facts.absences.filter((absence) => absence.userId === userId);
  const hours = hoursOf(facts, { userId, terms }, limits);
  return {
    id: userId,
    skills: frame.skills.flatMap(({ id }, place) => (id === '' || carriers.includes(id) ? [place] : [])),
    clock: frame.zone,
    ...hours,
    maxDayMinutes: limits.maxDayMinutes,
    mayNight: limits.mayNight,
    mayWeekend: limits.mayWeekend,
    mayHoliday: limits.mayHoliday,
    away: [
      ...absenceSpans([...own, ...outsideContract(userId, terms, facts)], frame.startsAt, frame.slots),
      ...unavailableSpans(terms.available, frame.clock),
    ],
    wishes: facts.wishes
      .filter((wish) => wish.userId === userId)
      .map(({ date, kind }) => ({ day: dates.indexOf(date), kind, weight: wishWeight }))
      .filter(({ day }) => day >= 0),
    pinned: [],
    carryIn: carryInOf(
      facts.earlier.filter((shift) => shift.userId === userId),
      { from, timeZone: facts.timeZone, ownZone: terms.timeZone },
    ),
  };
}

/** Summed up over months, a week may hold more than its share as long as the whole does not (article 104). */
function hoursOf(
  { requirement, accounted, absences, timeZone, rules }: PlanFacts,
  { userId, terms }: Pick<Planned, 'userId' | 'terms'>,
  { weekMinutes, maxDayMinutes }: ReturnType<typeof limitsOf>,
): Pick<ShiftPerson, 'weekMinutes' | 'periodMinutes'> {
  const { dates } = requirement;
  const own = [...accounted.absences, ...absences].filter((absence) => absence.userId === userId);
  const onLeave = (date: string) => isOnLeave(own, date, timeZone) || date < terms.hiredOn;
  const weeks = weeksOf(dates);
  if (terms.accountingMonths > 0) {
    const told = accounted.told.filter((shift) => shift.userId === userId);
    const past = { dates, onLeave, told, since: accounted.since, zone: terms.timeZone, rules };
    return {
      periodMinutes: periodMinutes(weekMinutes, terms.accountingMonths, past),
      weekMinutes: weeks.map(() => ({ min: 0, max: 6 * maxDayMinutes })),
    };
  }
  return {
    periodMinutes: normMinutes(weekMinutes, dates, onLeave),
    weekMinutes: weeks.map((week) => normMinutes(weekMinutes, week, onLeave)),
  };
}

function weeksOf(dates: readonly string[]): string[][] {
  const weeks: string[][] = [];
  for (const date of dates) {
    if (weeks.length === 0 || weekdayOf(date) === 1) weeks.push([]);
    weeks.at(-1)?.push(date);
  }
  return weeks;
}

function isOnLeave(absences: readonly Absence[], date: string, timeZone: string): boolean {
  const noon = midnightOf(date, timeZone) + 12 * 60 * 60_000;
  return absences.some(
    ({ kind, fromAt, toAt }) => kind !== 'unavailable' && fromAt.getTime() <= noon && toAt.getTime() > noon,
  );
}

function outsideContract(
  userId: string,
  { hiredOn, endsOn }: Planned['terms'],
  { timeZone }: PlanFacts,
): Absence[] {
  const hired = new Date(midnightOf(hiredOn, timeZone));
  const before = { userId, kind: 'unavailable' as const, fromAt: new Date(0), toAt: hired };
  if (endsOn === null) return [before];
  const ends = new Date(midnightOf(addDays(endsOn, 1), timeZone));
  return [before, { ...before, fromAt: ends, toAt: new Date(8.64e15) }];
}
