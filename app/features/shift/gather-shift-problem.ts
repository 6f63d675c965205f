import type { ShiftProblem, ShiftTemplate, SkillDemand } from '#app/features/roster/shift-problem.ts';
import { isStatedHoliday } from '#app/features/sla/russian-holidays.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { Requirement } from '#app/features/staffing/requirement.ts';
import { clockOf } from './clock-of.ts';
import { gatherPerson } from './gather-person.ts';
import type { PlanFacts, PlanTemplate } from './plan-facts.ts';
import { type StoredShift, toUnserved } from './planned-shifts.ts';
import { serveSkills } from './serve-skills.ts';
import { weekdayOf } from './work-calendar.ts';

/** In half hours of one person's missing: to leave one uncovered, to have one too many. */
const weights = { under: 5, over: 1 };
/** Slots that a shift of the last day may reach into. */
const spill = 96;

/** What the engine is asked, from what a tenant has written down. The order of people is that of `people`. */
export function gatherShiftProblem(facts: PlanFacts): ShiftProblem {
  const { requirement, timeZone, people } = facts;
  const [from = ''] = requirement.dates;
  const startsAt = midnightOf(from, timeZone);
  const slots = (requirement.dayStarts.at(-1) ?? 0) + spill;
  const zones = [...new Set([timeZone, ...people.map(({ terms }) => terms.timeZone)])];
  const clocks = zones.map((zone) => clockOf(zone, startsAt, slots));
  const frame = {
    dayStarts: requirement.dayStarts,
    dates: requirement.dates,
    weekdays: requirement.dates.map(weekdayOf),
    holidays: requirement.dates.map(isStatedHoliday),
    clocks: clocks.map(({ halfHours }) => halfHours),
    skills: demandOf(requirement),
    templates: facts.templates.flatMap(engineTemplates),
    rules: facts.rules,
  };
  const unpinned = people.map((person) => {
    const zone = zones.indexOf(person.terms.timeZone);
    const clock = clocks[zone] ?? { halfHours: [], weekdays: [] };
    return gatherPerson(facts, person, { zone, clock, startsAt, slots, skills: frame.skills });
  });
  return pinShifts({ ...frame, people: unpinned }, startsAt, facts.shifts);
}

/** Nothing known of what is needed: one kind of work, of which nobody is missing. */
function demandOf({ skills, bySkillAndSlot, dayStarts }: Requirement): SkillDemand[] {
  const { under, over } = weights;
  if (skills.length === 0) {
    return [{ id: '', under, over: 0, wanted: Array.from({ length: dayStarts.at(-1) ?? 0 }, () => 0) }];
  }
  return skills.map((id, skill) => ({ id, under, over, wanted: bySkillAndSlot[skill] ?? [] }));
}

/** The engine knows one order of breaks a template, ours one for each length. */
function engineTemplates({ id, starts, presences }: PlanTemplate): ShiftTemplate[] {
  return presences.map(({ minutes, breaks }) => ({
    id,
    starts: starts.map((start) => Math.floor(start / 30)),
    presences: [minutes / 30],
    breaks: breaks.map((one) => ({
      slots: one.minutes / 30,
      isPaid: one.isPaid,
      earliest: one.earliest / 30,
      latest: one.latest / 30,
    })),
  }));
}

function pinShifts(problem: ShiftProblem, startsAt: number, shifts: readonly StoredShift[]): ShiftProblem {
  const pinned = shifts.filter(({ isPinned }) => isPinned);
  const served = serveSkills(problem, toUnserved(problem, startsAt, pinned));
  return {
    ...problem,
    people: problem.people.map((person, place) => ({
      ...person,
      pinned: served.filter((shift) => shift.person === place),
    })),
  };
}
