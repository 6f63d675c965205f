import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { callSick } from '#app/features/my-shifts/call-sick.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import { commit } from '#db/commit.ts';
import { listPublished, listShifts } from '#db/tenant/queries/shifts.ts';
import { absences, rosters, shiftTemplates } from '#db/tenant/schema/shift.ts';
import { staffingTerms } from '#db/tenant/schema/workload.ts';
import { openShiftWorld, planner, rosterId } from '#tests/setup/test-shifts.ts';
import { draftRoster } from './draft-roster.ts';
import { placeShift } from './edit-shift.ts';
import { acceptMending, readMending } from './replan-sickness.ts';
import { undoChange } from './undo-change.ts';

let world: Awaited<ReturnType<typeof openShiftWorld>>;
const absenceId = uuid();
const ask = () => readMending(world.desk(planner), absenceId);
const accept = async (mendingId: string, who = planner) =>
  acceptMending(world.desk(who), absenceId, { mendingId });
const idShown = async () => (await ask())?.mendingId ?? '';
const timesIn = async (roster: string) =>
  (await listShifts(world.db, roster)).map(({ userId, date, startsAt, endsAt }) => ({
    userId,
    date,
    startsAt,
    endsAt,
  }));

/** One person is needed around the clock; the first of two has three shifts and falls sick on Monday for the week. */
beforeEach(async () => {
  world = await openShiftWorld(['agent-1', 'agent-2', 'agent-3']);
  const { db } = world;
  const by = { changedBy: planner.userId, changedAt: world.now() };
  const terms = { ...usualTerms.call, minimumAgents: 1 };
  const day = { id: uuid(), name: 'День', starts: [540], presences: [{ minutes: 540, breaks: [] }] };
  await commit(db, [
    db.insert(staffingTerms).values({ queue: 'call:mts', terms, ...by }),
    db.insert(shiftTemplates).values({ ...day, version: 0 }),
  ]);
  for (const date of ['2026-05-05', '2026-05-06', '2026-05-07']) await world.place('agent-1', date);
  await world.publish();
  world.pass(Date.parse('2026-05-04T08:00Z') - world.now().getTime());
  await callSick(world.desk(world.actorOf('agent-1')), { id: absenceId, to: '2026-05-10' });
});

test('the fewest changes are shown, the same each time; the plan is as it was until they are accepted', async () => {
  const before = await listShifts(world.db, rosterId);
  const mending = await ask();
  expect(mending?.lost).toHaveLength(3);
  expect(mending?.mended).toHaveLength(3);
  expect(mending?.mended.every(({ before: old }) => old === null)).toBe(true);
  expect(await ask()).toEqual(mending);
  expect(await listShifts(world.db, rosterId)).toEqual(before);
});

test('what was shown is in the plan once it is accepted; nobody is told before it is published, with consent', async () => {
  const shown = await ask();
  const told = await listPublished(world.db, rosterId);
  expect(await accept(shown?.mendingId ?? '')).toMatchObject({ value: { changes: 3 } });
  const added = (await timesIn(rosterId)).filter(({ userId }) => userId !== 'agent-1');
  expect(added.map(({ userId: _, ...times }) => times)).toEqual(shown?.mended.map(({ after }) => after));
  expect(await listPublished(world.db, rosterId)).toEqual(told);
  expect(await world.publish()).toMatchObject({
    value: { added: 3, changed: 0, cancelled: 0, needConsent: 3 },
  });
  expect(await ask()).toMatchObject({ acceptedAt: world.now(), mended: shown?.mended });
  expect(await accept(shown?.mendingId ?? '')).toMatchObject({ error: { code: 'mending-outdated' } });
});

test('accepted and undone, it is reckoned anew', async () => {
  await accept(await idShown());
  await undoChange(world.desk(planner), rosterId);
  expect(await ask()).toMatchObject({ acceptedAt: null, mended: { length: 3 } });
});

test('a plan that was changed meanwhile is not touched, and the new changes are shown', async () => {
  const shown = await idShown();
  const [place] = (await ask())?.mended ?? [];
  const who = place?.name ?? '';
  expect(await accept(shown, world.actorOf('agent-2'))).toMatchObject({ error: { code: 'forbidden' } });
  await world.place(who, '2026-05-06');
  const before = await timesIn(rosterId);
  expect(await accept(shown)).toMatchObject({ error: { code: 'mending-outdated' } });
  expect(await timesIn(rosterId)).toEqual(before);
  const anew = await ask();
  expect(anew?.mendingId).not.toBe(shown);
  expect(anew?.mended).toHaveLength(2);
});

test('leave granted meanwhile counts as a change as well', async () => {
  const shown = await ask();
  const userId = shown?.mended[0]?.name ?? '';
  const span = { fromAt: new Date('2026-05-04T21:00Z'), toAt: new Date('2026-05-07T21:00Z') };
  const leave = { id: uuid(), userId, kind: 'leave' as const, state: 'granted' as const, ...span };
  await commit(world.db, [world.db.insert(absences).values({ ...leave, askedAt: world.now() })]);
  expect(await accept(shown?.mendingId ?? '')).toMatchObject({ error: { code: 'mending-outdated' } });
  expect((await ask())?.mended.map(({ name }) => name)).not.toContain(userId);
});

test('an absence that lies across two plans is mended in both, or in neither', async () => {
  const next = uuid();
  const desk = world.desk(planner);
  await commit(world.db, [world.db.update(absences).set({ toAt: new Date('2026-05-24T21:00Z') })]);
  await draftRoster(desk, { id: next, from: '2026-05-18', weeks: 1 });
  await world.place('agent-1', '2026-05-17');
  for (const date of ['2026-05-18', '2026-05-19'])
    await placeShift(desk, next, { id: uuid(), userId: 'agent-1', date, from: '09:00', minutes: 540 });
  const shown = await ask();
  expect(shown?.rosters.map(({ id }) => id)).toEqual([rosterId, next]);
  expect(shown?.lost).toHaveLength(6);
  await commit(world.db, [world.db.update(rosters).set({ version: 99 }).where(eq(rosters.id, next))]);
  expect(await accept(shown?.mendingId ?? '')).toMatchObject({ error: { code: 'mending-outdated' } });
  expect(await timesIn(rosterId)).toHaveLength(4);
  expect(await accept(await idShown())).toMatchObject({ ok: true });
  expect((await timesIn(rosterId)).length).toBe(4 + 4);
  expect((await timesIn(next)).length).toBe(2 + 2);
});

test('what is no sickness has no mending', async () => {
  expect(await readMending(world.desk(planner), uuid())).toBeNull();
});
