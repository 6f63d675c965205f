import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { callSick } from '#app/features/my-shifts/call-sick.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import { commit } from '#db/commit.ts';
import { listPublished, listShifts } from '#db/tenant/queries/shifts.ts';
import { shiftTemplates } from '#db/tenant/schema/shift.ts';
import { staffingTerms } from '#db/tenant/schema/workload.ts';
import { openShiftWorld, planner, rosterId } from '#tests/setup/test-shifts.ts';
import { acceptMending, readMending } from './replan-sickness.ts';

let world: Awaited<ReturnType<typeof openShiftWorld>>;
const absenceId = uuid();
const ask = () => readMending(world.desk(planner), absenceId);

/** One person is needed around the clock; the first of two has three shifts and falls sick on Monday for the week. */
beforeEach(async () => {
  world = await openShiftWorld(['agent-1', 'agent-2']);
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

test('the fewest changes are shown; the plan is as it was until they are accepted', async () => {
  const before = await listShifts(world.db, rosterId);
  const mending = await ask();
  expect(mending?.lost).toHaveLength(3);
  expect(mending?.mended).toHaveLength(3);
  expect(mending?.mended.every(({ name, before: old }) => name === 'agent-2' && old === null)).toBe(true);
  expect(await listShifts(world.db, rosterId)).toEqual(before);
});

test('accepted they are in the plan and nobody is told before it is published, with consent', async () => {
  const version = (await ask())?.roster?.version ?? 0;
  const told = await listPublished(world.db, rosterId);
  expect(await acceptMending(world.desk(planner), absenceId, { version })).toMatchObject({ ok: true });
  expect(await listShifts(world.db, rosterId)).toHaveLength(6);
  expect(await listPublished(world.db, rosterId)).toEqual(told);
  expect(await world.publish()).toMatchObject({
    value: { added: 3, changed: 0, cancelled: 0, needConsent: 3 },
  });
  expect((await ask())?.mended).toEqual([]);
});

test('a plan that was changed meanwhile, and who does not plan, are refused', async () => {
  const version = (await ask())?.roster?.version ?? 0;
  const accept = (who = planner) => acceptMending(world.desk(who), absenceId, { version });
  expect(await accept(world.actorOf('agent-2'))).toMatchObject({ error: { code: 'forbidden' } });
  await world.place('agent-2', '2026-05-12');
  expect(await accept()).toMatchObject({ error: { code: 'conflict' } });
});

test('what is no sickness has no mending', async () => {
  expect(await readMending(world.desk(planner), uuid())).toBeNull();
});
