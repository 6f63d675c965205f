import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { callSick } from '#app/features/my-shifts/call-sick.ts';
import { setPresence } from '#app/features/routing/set-presence.ts';
import { commit } from '#db/commit.ts';
import { getPublished } from '#db/tenant/queries/shift-life.ts';
import { getShift } from '#db/tenant/queries/shifts.ts';
import { publishedShifts, shiftTemplates, workTerms } from '#db/tenant/schema/shift.ts';
import { openShiftWorld, planner } from '#tests/setup/test-shifts.ts';
import { answerExtraWork, askExtraWork } from './ask-extra-work.ts';
import { moveBreak } from './move-break.ts';
import { readToday } from './read-today.ts';

let world: Awaited<ReturnType<typeof openShiftWorld>>;
let shiftId: string;
/** Half past ten on Moscow's wall on the day of the shift, which is from nine to eighteen. */
beforeEach(async () => {
  world = await openShiftWorld();
  const plan = { minutes: 540, breaks: [{ minutes: 30, isPaid: false, earliest: 180, latest: 300 }] };
  const template = { id: 'day', name: 'День', starts: [540], presences: [plan], version: 0 };
  await commit(world.db, [world.db.insert(shiftTemplates).values(template)]);
  shiftId = await world.place('agent-1', '2026-05-05');
  await world.publish();
  world.pass(Date.parse('2026-05-05T07:30Z') - world.now().getTime());
});
const desk = (userId = 'agent-1') => world.desk(world.actorOf(userId));
const ask = (over: object = {}) =>
  askExtraWork(world.desk(planner), {
    id: uuid(),
    userId: 'agent-1',
    shiftId,
    skill: '',
    from: new Date('2026-05-05T15:00Z'),
    to: new Date('2026-05-05T17:00Z'),
    ...over,
  });

test('overtime changes the shift when he agrees, and not before', async () => {
  const asked = await ask();
  const extraId = asked.ok ? asked.value.id : '';
  expect(await getPublished(world.db, shiftId)).toMatchObject({ endsAt: new Date('2026-05-05T15:00Z') });
  expect(await ask()).toMatchObject({ error: { code: 'asked-already' } });
  expect(await answerExtraWork(desk('agent-2'), { extraId, agrees: true })).toMatchObject({
    error: { code: 'extra-not-found' },
  });
  const both = await Promise.all([true, false].map((agrees) => answerExtraWork(desk(), { extraId, agrees })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const ends = both[0]?.ok ? new Date('2026-05-05T17:00Z') : new Date('2026-05-05T15:00Z');
  expect(await getPublished(world.db, shiftId)).toMatchObject({ endsAt: ends });
  expect(await getShift(world.db, shiftId)).toMatchObject({ endsAt: ends });
});

test('the law bounds what one may be asked for: four hours in two days, and some not at all', async () => {
  const first = await ask({ to: new Date('2026-05-05T18:00Z') });
  if (first.ok) await answerExtraWork(desk(), { extraId: first.value.id, agrees: true });
  const from = new Date('2026-05-05T18:00Z');
  expect(await ask({ from, to: new Date('2026-05-05T19:30Z') })).toMatchObject({
    error: { code: 'overtime-over', leftMinutes: 60 },
  });
  const papers = [{ kind: 'pregnant' as const, until: null, document: '12' }];
  await commit(world.db, [world.db.update(workTerms).set({ protections: papers })]);
  expect(await ask({ from, to: new Date('2026-05-05T18:30Z') })).toMatchObject({
    error: { code: 'overtime-barred' },
  });
});

test('who is called in has a shift once he agrees', async () => {
  const from = new Date('2026-05-05T10:00Z');
  const asked = await ask({ userId: 'agent-2', shiftId: '', from, to: new Date('2026-05-05T14:00Z') });
  const extraId = asked.ok ? asked.value.id : '';
  expect((await answerExtraWork(desk('agent-2'), { extraId, agrees: true })).ok).toBe(true);
  expect(await getPublished(world.db, extraId)).toMatchObject({
    userId: 'agent-2',
    startsAt: from,
    consentAt: world.now(),
  });
});

test.each([
  ['to another time of its window', '2026-05-05T10:30Z', 0, true],
  ['out of its window', '2026-05-05T13:00Z', 0, false],
  ['that there is not', '2026-05-05T10:30Z', 1, false],
])('a break moves %s: he has to see it', async (_, from, place, isMoved) => {
  const done = await moveBreak(world.desk(planner), { shiftId, place, from: new Date(from) });
  expect(done.ok).toBe(isMoved);
  const shift = await getPublished(world.db, shiftId);
  if (isMoved) expect(shift?.breaks[0]?.startsAt).toBe(Date.parse(from));
  expect(shift?.ackAt).toBeNull();
});

test('the board shows who is there, who is not and who is sick', async () => {
  const rowOf = async () => (await readToday(world.desk(planner))).people[0];
  expect(await rowOf()).toMatchObject({ isMissing: true, adherence: 0, plannedMinutes: 90 });
  await setPresence(desk(), 'online');
  world.pass(30 * 60_000);
  expect(await rowOf()).toMatchObject({ isMissing: false, adherence: 250, keptMinutes: 30 });
  await commit(world.db, [world.db.update(publishedShifts).set({ ackAt: world.now() })]);
  await callSick(desk(), { id: uuid(), to: '2026-05-05' });
  expect(await rowOf()).toMatchObject({ isAway: true, isMissing: false });
});

test('nobody is asked for work that leaves him too little rest before his next shift', async () => {
  await world.place('agent-2', '2026-05-06', '07:00');
  await world.publish();
  const from = new Date('2026-05-05T14:00Z');
  const ofThirteen = { userId: 'agent-2', shiftId: '', from };
  expect(await ask({ ...ofThirteen, to: new Date('2026-05-05T20:00Z') })).toMatchObject({
    error: { code: 'exchange-illegal', rules: ['rest-between'] },
  });
  expect((await ask({ ...ofThirteen, to: new Date('2026-05-05T15:00Z') })).ok).toBe(true);
});
