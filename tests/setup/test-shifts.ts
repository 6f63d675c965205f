import { v7 as uuid } from 'uuid';
import type { Actor } from '#app/features/access/can.ts';
import { draftRoster } from '#app/features/shift/draft-roster.ts';
import { placeShift } from '#app/features/shift/edit-shift.ts';
import { publishRoster } from '#app/features/shift/publish-roster.ts';
import { commit } from '#db/commit.ts';
import { getRoster } from '#db/tenant/queries/shifts.ts';
import { workTerms } from '#db/tenant/schema/shift.ts';
import { agent, openCaseWorld } from './test-cases.ts';

export const planner: Actor = { userId: 'manager-1', name: 'Пётр Планов', roles: ['manager'] };
const timeZone = 'Europe/Moscow';
export const rosterId = '018f0000-0000-7000-8000-00000000a001';

/** Forty hours a week, by day and by night. */
export const usualTerms = {
  timeZone,
  weekMinutesMin: 0,
  weekMinutesMax: 2400,
  accountingMonths: 1,
  maxDayMinutes: 720,
  protections: [],
  nightConsent: true,
  available: [],
  hiredOn: '2025-01-01',
  endsOn: null,
};

/** People with terms and a plan of two weeks from 4 May 2026, two months ahead of the clock. */
export async function openShiftWorld(people = ['agent-1', 'agent-2', 'agent-3']) {
  const world = await openCaseWorld();
  const { db } = world;
  const desk = (actor: Actor = agent) => ({ ...world.desk(actor), timeZone });
  const terms = { ...usualTerms, version: 0, changedAt: world.now(), changedBy: planner.userId };
  await commit(
    db,
    people.map((userId) => db.insert(workTerms).values({ userId, ...terms })),
  );
  await draftRoster(desk(planner), { id: rosterId, from: '2026-05-04', weeks: 2 });
  return {
    ...world,
    desk,
    actorOf: (userId: string): Actor => ({ userId, name: userId, roles: ['agent'] }),
    /** A shift of the plan, by Moscow's wall. */
    async place(userId: string, date: string, from = '09:00', minutes = 540) {
      const id = uuid();
      const placed = await placeShift(desk(planner), rosterId, { id, userId, date, from, minutes });
      if (!placed.ok) throw new Error(placed.error.code);
      return id;
    },
    publish: async () =>
      publishRoster(desk(planner), rosterId, { version: (await getRoster(db, rosterId))?.version ?? 0 }),
  };
}
