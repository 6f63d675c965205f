import type { PlannedShift, ShiftPerson, ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';

/** Days from Monday 4 January 2027, one skill, nobody wanted unless told. */
export function makeShiftProblem(days: number, changes: Partial<ShiftProblem> = {}): ShiftProblem {
  const slots = days * 48;
  return {
    dayStarts: Array.from({ length: days + 1 }, (_, day) => day * 48),
    dates: Array.from({ length: days }, (_, day) =>
      new Date(Date.UTC(2027, 0, 4 + day)).toISOString().slice(0, 10),
    ),
    weekdays: Array.from({ length: days }, (_, day) => (day % 7) + 1),
    holidays: Array.from({ length: days }, () => false),
    clocks: [Array.from({ length: slots + 96 }, (_, slot) => slot % 48)],
    skills: [{ id: 'call:mts', wanted: Array.from({ length: slots }, () => 0), under: 5, over: 1 }],
    people: [makeShiftPerson()],
    templates: [
      {
        id: 'eight',
        starts: Array.from({ length: 24 }, (_, hour) => 2 * hour),
        presences: [17],
        breaks: [{ slots: 1, isPaid: false, earliest: 6, latest: 10 }],
      },
    ],
    rules: usualShiftRules,
    ...changes,
  };
}

export function makeShiftPerson(changes: Partial<ShiftPerson> = {}): ShiftPerson {
  const weeks = Array.from({ length: 5 }, () => ({ min: 0, max: 40 * 60 }));
  return {
    id: 'anna',
    skills: [0],
    clock: 0,
    weekMinutes: weeks,
    periodMinutes: { min: 0, max: 200 * 60 },
    maxDayMinutes: 11 * 60,
    mayNight: true,
    mayWeekend: true,
    mayHoliday: true,
    away: [],
    wishes: [],
    pinned: [],
    carryIn: { lastEnd: null, nights: 0, days: 0, hasWeeklyRest: false },
    ...changes,
  };
}

/** Eight hours and a break of half an hour after four, by the template; `hour` of the first person's day. */
export function makeShift(day: number, hour: number, changes: Partial<PlannedShift> = {}): PlannedShift {
  const start = day * 48 + hour * 2;
  const serves = Array.from({ length: 17 }, (_, place) => (place === 8 ? -1 : 0));
  const breaks = [{ start: start + 8, slots: 1, isPaid: false }];
  return { person: 0, day, start, end: start + 17, template: 0, breaks, serves, ...changes };
}
