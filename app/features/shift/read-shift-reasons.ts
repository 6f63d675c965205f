import { explainOthers, explainShift } from '#app/features/roster/explain-shift.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { getRoster, listShifts } from '#db/tenant/queries/shifts.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import { toUnserved } from './planned-shifts.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import { serveSkills } from './serve-skills.ts';
import type { ShiftDesk } from './shift-desk.ts';

export type ShiftReasonsView = NonNullable<Awaited<ReturnType<typeof readShiftReasons>>>;

/** Why a shift is in its plan, and what keeps the others from working it instead. `null`: there is no such shift. */
export async function readShiftReasons(desk: ShiftDesk, rosterId: string, shiftId: string) {
  const roster = await getRoster(desk.db, rosterId);
  const rows = await listShifts(desk.db, rosterId);
  const row = rows.find(({ id }) => id === shiftId);
  if (!roster || !row) return null;
  const { facts } = await readPlanFacts(desk, { from: roster.fromDate, to: roster.toDate });
  const problem = gatherShiftProblem({ ...facts, shifts: rows });
  const startsAt = midnightOf(roster.fromDate, desk.timeZone);
  const planned = serveSkills(problem, toUnserved(problem, startsAt, rows));
  const day = problem.dates.indexOf(row.date);
  const place = planned.findIndex(
    (shift) => shift.day === day && problem.people[shift.person]?.id === row.userId,
  );
  if (place < 0) return { reasons: [], others: [] };
  const isNeedKnown = facts.requirement.skills.length > 0;
  return {
    reasons: explainShift(problem, planned, place)
      .filter(({ code }) => isNeedKnown || code !== 'spare')
      .map((reason) =>
        reason.code === 'needed' ? { ...reason, skill: problem.skills[reason.skill]?.id ?? '' } : reason,
      ),
    others: explainOthers(problem, planned, place),
  };
}
