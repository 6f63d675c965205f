import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { replanShiftsAside } from '#app/features/roster/replan-shifts-aside.ts';
import type { PlannedShift, SkillDemand } from '#app/features/roster/shift-problem.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { getAbsence } from '#db/tenant/queries/shift-life.ts';
import { listRostersWithin, listShifts, type RosterRow, type ShiftRow } from '#db/tenant/queries/shifts.ts';
import { changeRoster } from './change-roster.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import { toFacts, toUnserved } from './planned-shifts.ts';
import type { SeenRoster } from './publish-roster.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import { serveSkills } from './serve-skills.ts';
import { notAllowed, type ShiftDesk } from './shift-desk.ts';
import type { ShiftRefusal } from './shift-refusal.ts';

/** So long the fewest changes are looked for. */
const mostSeconds = 5;

/** A person's day that is to change: none before, a shift is new; none after, it falls away. */
export type Mended = { userId: string; before: ShiftRow | null; after: ShiftRow | null };
type Proposal = { roster: RosterRow; lost: ShiftRow[]; mended: Mended[] };

/**
 * How the plan is mended with the fewest changes while somebody is away, from tomorrow on: today is the day's board's. His own
 * shifts stay as they are, for he may be well sooner. Null: there is no such absence, or no plan of the days to come.
 */
async function proposeMending(desk: ShiftDesk, absenceId: string): Promise<Proposal | null> {
  const { db, timeZone, now } = desk;
  const absence = await getAbsence(db, absenceId);
  if (absence?.state !== 'granted') return null;
  const tomorrow = addDays(dateAt(now.getTime(), timeZone), 1);
  const last = dateAt(absence.toAt.getTime() - 1, timeZone);
  const [roster] =
    last < tomorrow ? [] : await listRostersWithin(db, { from: tomorrow, to: addDays(last, 1) });
  if (!roster) return null;
  const shifts = await listShifts(db, roster.id);
  const lost = shifts.filter(
    ({ userId, date, startsAt, endsAt }) =>
      userId === absence.userId && date >= tomorrow && startsAt < absence.toAt && endsAt > absence.fromAt,
  );
  return {
    roster,
    lost,
    mended: lost.length === 0 ? [] : await mend(desk, { roster, shifts, lost, tomorrow }),
  };
}

type Broken = { roster: RosterRow; shifts: readonly ShiftRow[]; lost: readonly ShiftRow[]; tomorrow: string };

async function mend(desk: ShiftDesk, { roster, shifts, lost, tomorrow }: Broken): Promise<Mended[]> {
  const { facts } = await readPlanFacts(desk, { from: roster.fromDate, to: roster.toDate });
  // Whoever is away keeps no shift, not even one that was pinned.
  const free = shifts.map((shift) => (lost.includes(shift) ? { ...shift, isPinned: false } : shift));
  const problem = gatherShiftProblem({ ...facts, shifts: free });
  const startsAt = midnightOf(roster.fromDate, desk.timeZone);
  const told = serveSkills(problem, toUnserved(problem, startsAt, shifts));
  const found = await replanShiftsAside({
    problem: { ...problem, skills: asServed(problem.skills, told) },
    shifts: told,
    fromDay: Math.max(0, problem.dates.indexOf(tomorrow)),
    seconds: mostSeconds,
  });
  const known = new Map(shifts.map((shift) => [`${shift.userId} ${shift.date}`, shift]));
  return found.changes.map(({ person, day }) => {
    const userId = problem.people[person]?.id ?? '';
    const before = known.get(`${userId} ${problem.dates[day]}`) ?? null;
    const planned = found.shifts.find((shift) => shift.person === person && shift.day === day);
    return { userId, before, after: planned ? rowOf(planned, before) : null };
  });

  function rowOf(planned: PlannedShift, before: ShiftRow | null): ShiftRow {
    const kept = {
      id: before?.id ?? uuid(),
      version: before ? before.version + 1 : 0,
      note: before?.note ?? null,
    };
    return { ...toFacts(problem, startsAt, planned), ...kept, rosterId: roster.id, isPinned: false };
  }
}

/** What the plan left open before is not mended here: no more is wanted than was served. */
function asServed(skills: readonly SkillDemand[], shifts: readonly PlannedShift[]): SkillDemand[] {
  const served = skills.map(({ wanted }) => wanted.map(() => 0));
  for (const { start, serves } of shifts) {
    for (const [place, skill] of serves.entries()) {
      const row = served[skill];
      if (row) row[start + place] = (row[start + place] ?? 0) + 1;
    }
  }
  return skills.map((skill, place) => ({
    ...skill,
    wanted: skill.wanted.map((wanted, slot) => Math.min(wanted, served[place]?.[slot] ?? 0)),
  }));
}

export type Mending = NonNullable<Awaited<ReturnType<typeof readMending>>>;

/** What the planner looks at before he accepts it, with names. */
export async function readMending(desk: ShiftDesk, absenceId: string) {
  const absence = await getAbsence(desk.db, absenceId);
  if (absence?.kind !== 'sick') return null;
  const proposal = await proposeMending(desk, absenceId);
  const people = await listColleagues(desk.control, desk.db.tenantId);
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? '';
  const { fromAt, toAt, userId } = absence;
  return {
    absence: { id: absenceId, name: nameOf(userId), fromAt, lastAt: new Date(toAt.getTime() - 1) },
    roster: proposal && { id: proposal.roster.id, version: proposal.roster.version },
    lost: (proposal?.lost ?? []).map(timesOf),
    mended: (proposal?.mended ?? []).map((one) => ({
      name: nameOf(one.userId),
      before: one.before && timesOf(one.before),
      after: one.after && timesOf(one.after),
    })),
  };
}

const timesOf = ({ date, startsAt, endsAt }: ShiftRow) => ({ date, startsAt, endsAt });

/**
 * Takes the changes into the plan. Nobody's shifts change by that: they are told when the planner publishes, and what begins
 * within a month needs their consent. `version`: of the plan that was looked at.
 */
export async function acceptMending(
  desk: ShiftDesk,
  absenceId: string,
  { version }: z.infer<typeof SeenRoster>,
): Promise<Result<{ version: number }, ShiftRefusal | { code: 'absence-not-found' }>> {
  if (!can(desk.actor, 'shift:write')) return refuse(notAllowed);
  if (!(await getAbsence(desk.db, absenceId))) return refuse({ code: 'absence-not-found' });
  const proposal = await proposeMending(desk, absenceId);
  if (!proposal || proposal.mended.length === 0) return refuse({ code: 'conflict' });
  return changeRoster(desk, proposal.roster.id, async (roster) => {
    if (roster.version !== version) return refuse({ code: 'conflict' });
    const before = proposal.mended.flatMap((one) => one.before ?? []);
    const after = proposal.mended.flatMap((one) => one.after ?? []);
    return ok({ kind: 'replan', before, after });
  });
}
