import { checkShifts } from '#app/features/roster/check-shifts.ts';
import type { Breach } from '#app/features/roster/shift-answer.ts';
import { measureShift } from '#app/features/roster/shift-measures.ts';
import type { PlannedShift, ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import { type Lacks, lacksOf } from './lacks-of.ts';
import type { PlanFacts } from './plan-facts.ts';
import { toUnserved } from './planned-shifts.ts';
import { serveSkills } from './serve-skills.ts';

/** A breach where the planner meets it: on the date of its shift, or of the week's first day. */
export type DatedBreach = Pick<Breach, 'rule' | 'mode' | 'found' | 'limit'> & {
  userId: string;
  date: string;
};
/** What the plan asks of one person over its whole length. */
export type Share = {
  userId: string;
  minutes: number;
  agreed: { min: number; max: number };
  nights: number;
  weekends: number;
  holidays: number;
  wishes: number;
  granted: number;
};
/** By skill and half hour: wanted, and there. */
export type SkillCover = { skill: string; wanted: number[]; there: number[] };

export type RosterReckoning = {
  breaches: DatedBreach[];
  shares: Share[];
  cover: SkillCover[];
  dayStarts: readonly number[];
  nightShifts: ReadonlySet<string>;
  /** Of no plan's: what is missing however people are placed. */
  lacks: Lacks;
};

/** What the plan as it stands breaks, asks of each and covers, by the engine's own checker. */
export function reckonRoster(facts: PlanFacts): RosterReckoning {
  const problem = gatherShiftProblem({
    ...facts,
    shifts: facts.shifts.map((shift) => ({ ...shift, isPinned: false })),
  });
  const startsAt = midnightOf(problem.dates[0] ?? '', facts.timeZone);
  const planned = serveSkills(problem, toUnserved(problem, startsAt, facts.shifts));
  const { breaches } = checkShifts(problem, planned);
  const byPerson = Map.groupBy(planned, ({ person }) => person);
  return {
    breaches: breaches.map((breach) => dateBreach(problem, breach)),
    shares: problem.people.map((_, person) => shareOf(problem, person, byPerson.get(person) ?? [])),
    cover: problem.skills.map(({ id, wanted }, skill) => ({
      skill: id,
      wanted: [...wanted],
      there: coverOf(problem, planned, skill),
    })),
    dayStarts: problem.dayStarts,
    nightShifts: nightShiftsOf(problem, planned),
    lacks: lacksOf(problem, startsAt),
  };
}

function dateBreach(
  { people, dates, dayStarts }: ShiftProblem,
  { person, rule, mode, at, found, limit }: Breach,
): DatedBreach {
  const day = Math.max(
    0,
    dayStarts.findLastIndex((start) => start <= at),
  );
  return {
    userId: people[person]?.id ?? '',
    date: dates[Math.min(day, dates.length - 1)] ?? '',
    rule,
    mode,
    found,
    limit,
  };
}

function shareOf(problem: ShiftProblem, place: number, shifts: readonly PlannedShift[]): Share {
  const person = problem.people[place];
  if (!person) throw new Error(`There is no person ${place} in this problem.`);
  const measured = shifts.map((shift) => measureShift(problem, person, shift));
  const weekendOf = (day: number) => day - (problem.weekdays[day] ?? 1);
  const weekendDays = shifts.map(({ day }) => day).filter((day) => (problem.weekdays[day] ?? 1) >= 6);
  const denied = person.wishes.filter(({ day, kind }) =>
    measured.some((one) => one.shift.day === day && !isGranted(problem, one, kind)),
  );
  return {
    userId: person.id,
    minutes: measured.reduce((sum, { counted }) => sum + counted, 0),
    agreed: person.periodMinutes,
    nights: measured.filter(({ isNight }) => isNight).length,
    weekends: new Set(weekendDays.map(weekendOf)).size,
    holidays: shifts.filter(({ day }) => problem.holidays[day] === true).length,
    wishes: person.wishes.length,
    granted: person.wishes.length - denied.length,
  };
}

type Measured = ReturnType<typeof measureShift>;

function isGranted(problem: ShiftProblem, { shift, isNight }: Measured, kind: string): boolean {
  const start = problem.clocks[0]?.[shift.start] ?? 0;
  if (kind === 'early') return start >= 10 && start < 20;
  if (kind === 'late') return start >= 24 && start < 40;
  return kind === 'night' && isNight;
}

function coverOf({ dayStarts }: ShiftProblem, planned: readonly PlannedShift[], skill: number): number[] {
  const there = Array.from({ length: dayStarts.at(-1) ?? 0 }, () => 0);
  for (const { start, serves } of planned) {
    for (const [place, served] of serves.entries()) {
      const slot = start + place;
      if (served === skill && slot < there.length) there[slot] = (there[slot] ?? 0) + 1;
    }
  }
  return there;
}

/** By person and date: no two begin on one. */
function nightShiftsOf(problem: ShiftProblem, planned: readonly PlannedShift[]): ReadonlySet<string> {
  const nights = planned.filter((shift) => {
    const person = problem.people[shift.person];
    return person !== undefined && measureShift(problem, person, shift).isNight;
  });
  return new Set(nights.map(({ person, day }) => `${problem.people[person]?.id} ${problem.dates[day]}`));
}
