import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { getRoster, listShifts } from '#db/tenant/queries/shifts.ts';
import { rosters, shiftTemplates, workTerms } from '#db/tenant/schema/shift.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { askSolve, endSolve } from './ask-solve.ts';
import { draftRoster } from './draft-roster.ts';
import { placeShift } from './edit-shift.ts';
import { solveRoster } from './solve-roster.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Планов', roles: ['manager'] };
const rosterId = 'roster-1';
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeEach(async () => {
  world = await openCaseWorld();
  await draftRoster(desk(), { id: rosterId, from: '2026-05-18', weeks: 1 });
  await hire('agent-1', 'agent-2');
});

const timeZone = 'Europe/Moscow';
const desk = () => ({ ...world.desk(manager), timeZone });
const work = { rosterId, solveId: 'run-1', seconds: 2, by: manager.userId };
const solveDesk = () => ({
  db: world.db,
  control: world.services.databases.control,
  now: world.now,
  timeZone,
  ending: () => world.db.update(rosters).set({ seed: 1 }).where(eq(rosters.id, 'none')),
});

async function hire(...userIds: string[]) {
  const { db } = world;
  const terms = {
    timeZone,
    weekMinutesMin: 1200,
    weekMinutesMax: 2400,
    accountingMonths: 0,
    maxDayMinutes: 660,
    protections: [],
    nightConsent: false,
    available: [],
    hiredOn: '2020-01-01',
    version: 1,
    changedAt: world.now(),
    changedBy: 'manager-1',
  };
  const breaks = [{ minutes: 30, isPaid: false, earliest: 180, latest: 300 }];
  const template = {
    id: 'day',
    name: 'День',
    starts: [480, 720],
    presences: [{ minutes: 510, breaks }],
    version: 1,
  };
  await commit(db, [
    db.insert(shiftTemplates).values(template),
    ...userIds.map((userId) => db.insert(workTerms).values({ userId, ...terms })),
  ]);
}

test('the engine plans what is not pinned, tells what it found, and is done', async () => {
  await placeShift(desk(), rosterId, {
    id: 's1',
    userId: 'agent-1',
    date: '2026-05-19',
    from: '10:00',
    minutes: 540,
  });
  expect(await askSolve(desk(), rosterId, { seconds: 2, solveId: 'run-1' })).toMatchObject({ ok: true });
  const refused = await placeShift(desk(), rosterId, {
    id: 's2',
    userId: 'agent-1',
    date: '2026-05-20',
    from: '10:00',
    minutes: 540,
  });
  expect(refused).toMatchObject({ error: { code: 'roster-solving' } });
  expect(await solveRoster(solveDesk(), work)).toBe('written');
  expect(await getRoster(world.db, rosterId)).toMatchObject({
    state: 'ready',
    solveId: null,
    version: 2,
    outcome: { failure: null, gaps: [] },
  });
  const planned = await listShifts(world.db, rosterId);
  expect(planned.find(({ id }) => id === 's1')).toMatchObject({ isPinned: true, date: '2026-05-19' });
  expect(planned.filter(({ userId }) => userId === 'agent-2').length).toBeGreaterThan(1);
});

test('a second run is refused while one is under way, and a run that nobody wants does nothing', async () => {
  await askSolve(desk(), rosterId, { seconds: 2, solveId: 'run-1' });
  expect(await askSolve(desk(), rosterId, { seconds: 2, solveId: 'run-2' })).toMatchObject({
    error: { code: 'roster-solving' },
  });
  expect(await solveRoster(solveDesk(), { ...work, solveId: 'run-0' })).toBe('gone');
});

test('while another process is at it there is no second; silent for long, it is taken over', async () => {
  await askSolve(desk(), rosterId, { seconds: 2, solveId: 'run-1' });
  const isAt = (solveSeenAt: Date) => commit(world.db, [world.db.update(rosters).set({ solveSeenAt })]);
  await isAt(world.now());
  expect(await solveRoster(solveDesk(), work)).toBe('busy');
  await isAt(new Date(world.now().getTime() - 60_000));
  expect(await solveRoster(solveDesk(), work)).toBe('written');
  expect(await listShifts(world.db, rosterId)).not.toEqual([]);
});

test('stopped by a person before anything was found, the plan is as it was and open again', async () => {
  await askSolve(desk(), rosterId, { seconds: 30, solveId: 'run-1' });
  await endSolve(desk(), rosterId);
  expect((await getRoster(world.db, rosterId))?.state).toBe('draft');
  await solveRoster(solveDesk(), { ...work, seconds: 2 });
  expect(await getRoster(world.db, rosterId)).toMatchObject({ solveId: null });
});
