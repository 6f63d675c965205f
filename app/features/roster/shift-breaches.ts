import type { Breach } from './shift-answer.ts';
import { isNightOnWall, type ShiftMeasures } from './shift-measures.ts';
import type { ShiftPerson, ShiftProblem } from './shift-problem.ts';
import type { ShiftRuleKey } from './shift-rules.ts';

/** What a shift breaks by itself. */
export function shiftBreaches(
  problem: ShiftProblem,
  person: ShiftPerson,
  measures: ShiftMeasures,
): Omit<Breach, 'person'>[] {
  const { rules, clocks, holidays, weekdays, dayStarts } = problem;
  const { shift, worked, isNight } = measures;
  const slots = Array.from({ length: shift.end - shift.start }, (_, place) => shift.start + place);
  const days = [...new Set(slots.map((slot) => dayOf(dayStarts, slot)))];
  const breach = (rule: ShiftRuleKey, isBroken: boolean, found = 1, limit = 0) =>
    isBroken ? [{ rule, mode: rules[rule].mode, at: shift.start, found, limit }] : [];
  const most = person.maxDayMinutes + rules['day-hours'].value;
  const mostAtNight = person.maxDayMinutes - rules['night-shorter'].value;
  const isAway = person.away.some(({ from, to }) => from < shift.end && to > shift.start);
  const hasNight = slots.some((slot) => isNightOnWall(clocks[person.clock]?.[slot] ?? 0));
  return [
    ...breach('day-hours', worked > most, worked, most),
    ...breach('night-shorter', isNight && worked > mostAtNight, worked, mostAtNight),
    ...breach('away', isAway),
    ...breach('night-barred', !person.mayNight && hasNight),
    ...breach('weekend-barred', !person.mayWeekend && days.some((day) => (weekdays[day] ?? 1) >= 6)),
    ...breach('holiday-barred', !person.mayHoliday && days.some((day) => holidays[day] === true)),
    ...formBreaches(problem, person, measures),
  ];
}

/** Beyond the last day, the day after it. */
const dayOf = (dayStarts: readonly number[], slot: number) =>
  dayStarts.findLastIndex((start) => start <= slot);

/** A shift made by hand needs no template; what each half hour serves is always looked at. */
function formBreaches(
  { templates, clocks, dayStarts }: ShiftProblem,
  { skills }: ShiftPerson,
  { shift }: ShiftMeasures,
): Omit<Breach, 'person'>[] {
  const breach = (rule: Breach['rule'], isBroken: boolean) =>
    isBroken ? [{ rule, mode: 'hard' as const, at: shift.start, found: 1, limit: 0 }] : [];
  const isBreak = (slot: number) =>
    shift.breaks.some(({ start, slots }) => slot >= start && slot < start + slots);
  const isServed = (skill: number | undefined, place: number) =>
    isBreak(shift.start + place) ? skill === -1 : skill !== undefined && skills.includes(skill);
  const isServing =
    shift.serves.length === shift.end - shift.start &&
    shift.serves.every((skill, place) => isServed(skill, place));
  const template = templates[shift.template];
  const isOfTemplate =
    template?.starts.includes(clocks[0]?.[shift.start] ?? -1) === true &&
    template.presences.includes(shift.end - shift.start) &&
    dayOf(dayStarts, shift.start) === shift.day;
  const areBreaksKept =
    template?.breaks.length === shift.breaks.length &&
    template.breaks.every(({ slots, isPaid, earliest, latest }, place) => {
      const own = shift.breaks[place];
      const after = (own?.start ?? 0) - shift.start;
      return own?.slots === slots && own.isPaid === isPaid && after >= earliest && after <= latest;
    });
  const isByHand = shift.template < 0;
  return [
    ...breach('skill', !isServing),
    ...breach('template', !isByHand && !isOfTemplate),
    ...breach('break-window', !isByHand && !areBreaksKept),
  ];
}
