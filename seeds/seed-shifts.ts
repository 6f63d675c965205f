import type { Actor } from '#app/features/access/can.ts';
import { drawFrom } from '#app/features/roster/seeded-draw.ts';
import { solveShifts } from '#app/features/roster/solve-shifts.ts';
import { gatherShiftProblem } from '#app/features/shift/gather-shift-problem.ts';
import { figuresOf, gapsOf } from '#app/features/shift/outcome-figures.ts';
import { toFacts } from '#app/features/shift/planned-shifts.ts';
import { publishRoster } from '#app/features/shift/publish-roster.ts';
import { readPlanFacts } from '#app/features/shift/read-plan-facts.ts';
import { editStatements } from '#app/features/shift/roster-statements.ts';
import { weekdayOf } from '#app/features/shift/work-calendar.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  absences,
  publishedShifts,
  rosters,
  shiftTemplates,
  wishes,
  workTerms,
} from '#db/tenant/schema/shift.ts';
import { seededId } from './factories.ts';
import type { TenantPlan } from './plan.ts';
import { demoTemplates, demoTermsOf } from './shift-terms.ts';

type Scene = { db: TenantDb; control: ControlDb; plan: TenantPlan; managerId: string };
/** So many looks at the clock the engine gets: a plan of the same shifts each time, in two or three seconds. */
const looks = 120;

/** Terms and templates, the present fortnight and the next four weeks, solved and told to people. */
export async function seedShifts(scene: Scene, agents: readonly string[], now: Date): Promise<void> {
  const { db, plan, managerId } = scene;
  const today = dateAt(now.getTime(), plan.timeZone);
  const monday = addDays(today, 1 - weekdayOf(today));
  const next = addDays(monday, 7);
  const by = { version: 1, changedAt: now, changedBy: managerId };
  const leaveAt = (date: string) => new Date(midnightOf(date, plan.timeZone));
  await commit(db, [
    db
      .insert(shiftTemplates)
      .values(demoTemplates.map((one, place) => ({ ...one, id: idOf(plan, now, 310 + place), version: 1 }))),
    ...agents.map((userId, place) => db.insert(workTerms).values({ userId, ...demoTermsOf(place), ...by })),
    db.insert(absences).values({
      id: idOf(plan, now, 320),
      userId: agents.at(-1) ?? managerId,
      kind: 'leave',
      state: 'granted',
      fromAt: leaveAt(addDays(next, 7)),
      toAt: leaveAt(addDays(next, 21)),
      askedAt: now,
      decidedBy: managerId,
      decidedAt: now,
      note: 'Отпуск по графику',
    }),
    ...agents.flatMap((userId, place) => wishesOf(scene, { userId, place, from: next }, now)),
  ]);
  const weeks = [
    { room: 330, from: addDays(monday, -7), to: next },
    { room: 340, from: next, to: addDays(next, 28) },
  ];
  for (const span of weeks) await tellEverybody(scene, await planWeeks(scene, span, now), now);
}

const idOf = ({ seed }: TenantPlan, now: Date, room: number) => seededId(now, seed, room);

function wishesOf(
  { db, plan }: Scene,
  { userId, place, from }: { userId: string; place: number; from: string },
  now: Date,
) {
  const kinds = ['off', 'early', 'late'] as const;
  return [5, 12, 19].map((day, nth) =>
    db.insert(wishes).values({
      id: seededId(now, plan.seed * 100 + place, 350 + nth),
      userId,
      createdAt: now,
      date: addDays(from, (day + place) % 28),
      kind: kinds[(place + nth) % kinds.length] ?? 'off',
    }),
  );
}

async function planWeeks(
  { db, control, plan, managerId }: Scene,
  { room, from, to }: { room: number; from: string; to: string },
  now: Date,
): Promise<string> {
  const id = idOf(plan, now, room);
  const { timeZone, seed } = plan;
  const { facts } = await readPlanFacts({ db, control, now, timeZone }, { from, to });
  const problem = gatherShiftProblem(facts);
  let looked = 0;
  const answer = solveShifts(problem, { spent: () => ++looked / looks, draw: drawFrom(seed) });
  const startsAt = midnightOf(from, timeZone);
  const after = answer.shifts.map((planned, place) => ({
    ...toFacts(problem, startsAt, planned),
    id: seededId(now, seed * 10_000 + place, room + 1),
    rosterId: id,
    version: 0,
    isPinned: false,
    note: null,
  }));
  const roster = { id, version: 0 };
  const at = now.getTime();
  const outcome = {
    startedAt: at,
    firstAt: at,
    heardAt: at,
    endedAt: at,
    seconds: 2,
    failure: null,
    ...figuresOf(answer),
    gaps: gapsOf({ problem, startsAt }, answer),
  };
  await commit(db, [
    db.insert(rosters).values({
      ...roster,
      fromDate: from,
      toDate: to,
      state: 'ready',
      outcome,
      seed: 1,
      createdBy: managerId,
      createdAt: now,
    }),
    ...editStatements(
      db,
      roster,
      { kind: 'solve', before: [], after },
      { id: idOf(plan, now, room + 2), by: managerId, at: now },
    ),
  ]);
  return id;
}

/** As people had been told a month before, and had said that they know. */
async function tellEverybody(
  { db, control, plan, managerId }: Scene,
  rosterId: string,
  now: Date,
): Promise<void> {
  const actor: Actor = { userId: managerId, name: '', roles: ['manager'] };
  const then = new Date(now.getTime() - 45 * 86_400_000);
  await publishRoster({ db, control, actor, now: then, timeZone: plan.timeZone }, rosterId, { version: 1 });
  await commit(db, [db.update(publishedShifts).set({ ackAt: then })]);
}
