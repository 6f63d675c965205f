import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { replanShiftsAside } from '#app/features/roster/replan-shifts-aside.ts';
import type { PlannedShift, ShiftProblem, SkillDemand } from '#app/features/roster/shift-problem.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import type { AbsenceRow } from '#db/tenant/queries/shift-life.ts';
import {
  listRostersWithin,
  listShiftsWithin,
  type RosterRow,
  type ShiftRow,
} from '#db/tenant/queries/shifts.ts';
import type { KeptMending } from '#db/tenant/schema/shift-life.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import { toFacts, toUnserved } from './planned-shifts.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import { keep } from './roster-statements.ts';
import { serveSkills } from './serve-skills.ts';
import type { ShiftDesk } from './shift-desk.ts';

/** So long the fewest changes are looked for. */
const mostSeconds = 5;
/** A plan that begins so soon after an absence binds what is put before it: people need their rest between. */
const restDays = 2;

export type BrokenPlans = {
  rosters: readonly RosterRow[];
  /** Of all these plans. */
  shifts: readonly ShiftRow[];
  /** Those of his that he cannot come to, from tomorrow on. */
  lost: readonly ShiftRow[];
  problem: ShiftProblem;
  told: readonly PlannedShift[];
  startsAt: number;
  fromDay: number;
  /** Hash of all that mending stands on: while it is the same, so is what may be done. */
  basis: string;
};

/**
 * The plans in which somebody is missed from tomorrow on, as one: today is the day's board's. Null: there is no plan of the
 * days to come.
 */
export async function readBrokenPlans(
  desk: ShiftDesk,
  { userId, fromAt, toAt }: AbsenceRow,
): Promise<BrokenPlans | null> {
  const { db, timeZone, now } = desk;
  const tomorrow = addDays(dateAt(now.getTime(), timeZone), 1);
  const last = dateAt(toAt.getTime() - 1, timeZone);
  const rosters =
    last < tomorrow ? [] : await listRostersWithin(db, { from: tomorrow, to: addDays(last, 1 + restDays) });
  const [first, end] = [rosters[0], rosters.at(-1)];
  if (!first || !end) return null;
  const span = { from: first.fromDate, to: end.toDate };
  const { facts } = await readPlanFacts(desk, span);
  const shifts = await listShiftsWithin(db, span);
  const lost = shifts.filter(
    (one) => one.userId === userId && one.date >= tomorrow && one.startsAt < toAt && one.endsAt > fromAt,
  );
  // Whoever is away keeps no shift, not even one that was pinned.
  const free = shifts.map((shift) => (lost.includes(shift) ? { ...shift, isPinned: false } : shift));
  const whole = gatherShiftProblem({ ...facts, shifts: free });
  const startsAt = midnightOf(span.from, timeZone);
  const told = serveSkills(whole, toUnserved(whole, startsAt, shifts));
  const fromDay = Math.max(0, whole.dates.indexOf(tomorrow));
  const problem = { ...whole, skills: asServed(whole, told, fromDay) };
  const versions = rosters.map(({ id, version }) => [id, version]);
  const basis = hashOf([versions, lost.map(({ id }) => id), problem, told, fromDay]);
  return { rosters, shifts, lost, problem, told, startsAt, fromDay, basis };
}

const hashOf = (facts: unknown) => createHash('sha256').update(JSON.stringify(facts)).digest('hex');

/** What the plan left open before, and what is over, is not mended here: no more is wanted than was served. */
function asServed(
  { skills, dayStarts }: ShiftProblem,
  shifts: readonly PlannedShift[],
  fromDay: number,
): SkillDemand[] {
  const served = skills.map(({ wanted }) => wanted.map(() => 0));
  for (const { start, serves } of shifts) {
    for (const [place, skill] of serves.entries()) {
      const row = served[skill];
      if (row) row[start + place] = (row[start + place] ?? 0) + 1;
    }
  }
  const first = dayStarts[fromDay] ?? 0;
  const wantedAt = (wanted: number, place: number, slot: number) =>
    slot < first ? 0 : Math.min(wanted, served[place]?.[slot] ?? 0);
  return skills.map((skill, place) => ({
    ...skill,
    wanted: skill.wanted.map((wanted, slot) => wantedAt(wanted, place, slot)),
  }));
}

/** The fewest changes that mend them. His own shifts stay as they are, for he may be well sooner. */
export async function findMending(plans: BrokenPlans): Promise<KeptMending[]> {
  const { problem, told, fromDay, rosters, shifts } = plans;
  const found = await replanShiftsAside({ problem, shifts: [...told], fromDay, seconds: mostSeconds });
  const known = new Map(shifts.map((shift) => [`${shift.userId} ${shift.date}`, shift]));
  return found.changes.flatMap(({ person, day }) => {
    const userId = problem.people[person]?.id ?? '';
    const date = problem.dates[day] ?? '';
    const roster = rosters.find(({ fromDate, toDate }) => date >= fromDate && date < toDate);
    if (!roster) return [];
    const before = known.get(`${userId} ${date}`);
    const planned = found.shifts.find((shift) => shift.person === person && shift.day === day);
    const old = before ? { ...keep(before), version: before.version } : null;
    return [
      { rosterId: roster.id, userId, before: old, after: planned ? keptOf(plans, planned, old) : null },
    ];
  });
}

function keptOf({ problem, startsAt }: BrokenPlans, planned: PlannedShift, old: KeptMending['before']) {
  const facts = toFacts(problem, startsAt, planned);
  return {
    ...facts,
    startsAt: facts.startsAt.getTime(),
    endsAt: facts.endsAt.getTime(),
    id: old?.id ?? uuid(),
    version: old ? old.version + 1 : 0,
    note: old?.note ?? null,
    isPinned: false,
  };
}
