import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { getRoster, listPublished, listRosterChanges, listShifts } from '#db/tenant/queries/shifts.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { copyWeek } from './copy-week.ts';
import { draftRoster } from './draft-roster.ts';
import { moveShift, placeShift, removeShift } from './edit-shift.ts';
import { publishRoster } from './publish-roster.ts';
import { redoChange, undoChange } from './undo-change.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Планов', roles: ['manager'] };
const other: Actor = { userId: 'manager-2', name: 'Нина Планова', roles: ['manager'] };
const rosterId = 'roster-1';
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeEach(async () => {
  world = await openCaseWorld();
  await draftRoster(desk(), { id: rosterId, from: '2026-05-04', weeks: 2 });
});

const desk = (actor: Actor = manager) => ({ ...world.desk(actor), timeZone: 'Europe/Moscow' });
const times = (date: string, from = '09:00', minutes = 540) => ({ date, from, minutes });
const place = (id: string, date: string, userId = 'agent-1') =>
  placeShift(desk(), rosterId, { id, userId, ...times(date) });
const move = (id: string, version: number, date: string, actor = manager, userId = 'agent-1') =>
  moveShift(desk(actor), { rosterId, shiftId: id }, { userId, ...times(date), isPinned: true, version });
const dates = async () =>
  (await listShifts(world.db, rosterId)).map(({ userId, date }) => `${userId} ${date}`);

test('two plans of the same dates are refused, and an agent may begin none', async () => {
  expect(await draftRoster(desk(), { id: 'roster-2', from: '2026-05-11', weeks: 1 })).toMatchObject({
    error: { code: 'roster-overlaps', from: '2026-05-04' },
  });
  expect(await draftRoster(desk(agent), { id: 'roster-2', from: '2026-06-01', weeks: 1 })).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a shift is placed by hand with its break, and the engine leaves it there', async () => {
  expect(await place('s1', '2026-05-04')).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await listShifts(world.db, rosterId)).toMatchObject([
    { id: 's1', date: '2026-05-04', isPinned: true, breaks: [{ isPaid: false }], version: 0 },
  ]);
});

test.each([
  ['a second on one day', times('2026-05-04', '20:00', 120), 'day-taken'],
  ['one over another', times('2026-05-07', '08:00', 180), 'shift-overlaps'],
  ['one outside of the plan', times('2026-05-18'), 'shift-outside'],
  ['one that never ends', times('2026-05-06', '09:00', 1470), 'shift-length'],
])('%s is refused', async (_, at, code) => {
  await place('s1', '2026-05-04');
  await placeShift(desk(), rosterId, { id: 's2', userId: 'agent-1', ...times('2026-05-06', '23:00', 600) });
  const before = await dates();
  expect(await placeShift(desk(), rosterId, { id: 's3', userId: 'agent-1', ...at })).toMatchObject({
    error: { code },
  });
  expect(await dates()).toEqual(before);
});

test("of two managers who move one shift the second is refused, and the first one's move stays", async () => {
  await place('s1', '2026-05-04');
  expect(await move('s1', 0, '2026-05-05')).toMatchObject({ ok: true });
  expect(await move('s1', 0, '2026-05-06', other)).toEqual({ ok: false, error: { code: 'shift-changed' } });
  expect(await dates()).toEqual(['agent-1 2026-05-05']);
});

test('of two managers at the same moment both are heard, and none of what they did is lost', async () => {
  await place('s1', '2026-05-04');
  const both = await Promise.all([
    move('s1', 0, '2026-05-05'),
    move('s1', 0, '2026-05-06', other),
    place('s2', '2026-05-04', 'agent-2'),
    place('s3', '2026-05-05', 'agent-2'),
  ]);
  expect(both.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  expect(await dates()).toEqual(['agent-2 2026-05-04', 'agent-1 2026-05-05', 'agent-2 2026-05-05']);
  expect((await getRoster(world.db, rosterId))?.version).toBe(4);
});

test('a shift of the night in which clocks go forward lasts as long as was said', async () => {
  const berlin = { ...desk(), timeZone: 'Europe/Berlin' };
  await draftRoster(berlin, { id: 'spring', from: '2027-03-22', weeks: 1 });
  await placeShift(berlin, 'spring', { id: 'n1', userId: 'agent-1', ...times('2027-03-27', '22:00', 480) });
  expect(await listShifts(world.db, 'spring')).toMatchObject([
    { startsAt: new Date('2027-03-27T21:00Z'), endsAt: new Date('2027-03-28T05:00Z'), date: '2027-03-27' },
  ]);
});

test('a week is copied onto the next by the wall clock, and what is there stays', async () => {
  await place('s1', '2026-05-04');
  await place('s2', '2026-05-05');
  await place('s3', '2026-05-12', 'agent-1');
  expect(await copyWeek(desk(), rosterId, { from: '2026-05-04', to: '2026-05-11' })).toMatchObject({
    value: { copied: 1 },
  });
  expect((await dates()).slice(2)).toEqual(['agent-1 2026-05-11', 'agent-1 2026-05-12']);
  expect(await copyWeek(desk(), rosterId, { from: '2026-05-04', to: '2026-05-11' })).toMatchObject({
    error: { code: 'nothing-to-copy' },
  });
});

test('what was done is undone step by step, but not what somebody else went on with', async () => {
  await place('s1', '2026-05-04');
  await move('s1', 0, '2026-05-05');
  await place('s2', '2026-05-07');
  await removeShift(desk(other), { rosterId, shiftId: 's2' }, { version: 0 });
  expect(await undoChange(desk(), rosterId)).toMatchObject({ error: { code: 'shift-changed' } });
  expect(await undoChange(desk(other), rosterId)).toMatchObject({ ok: true });
  expect(await undoChange(desk(other), rosterId)).toMatchObject({ error: { code: 'nothing-to-undo' } });
});

test('undo goes back through moves to nothing', async () => {
  await place('s1', '2026-05-04');
  await move('s1', 0, '2026-05-05');
  expect(await undoChange(desk(), rosterId)).toMatchObject({ ok: true });
  expect(await dates()).toEqual(['agent-1 2026-05-04']);
  expect(await undoChange(desk(), rosterId)).toMatchObject({ ok: true });
  expect(await dates()).toEqual([]);
  expect(await listRosterChanges(world.db, rosterId, 9)).toHaveLength(4);
});

test('publishing tells the difference, and late changes need consent', async () => {
  await place('s1', '2026-05-04');
  await place('s2', '2026-05-05', 'agent-2');
  expect(await publishRoster(desk(), rosterId, { version: 1 })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await publishRoster(desk(), rosterId, { version: 2 })).toEqual({
    ok: true,
    value: { added: 2, changed: 0, cancelled: 0, people: 2, needConsent: 0 },
  });
  expect(await publishRoster(desk(), rosterId, { version: 3 })).toMatchObject({
    error: { code: 'nothing-to-publish' },
  });
  world.pass(50 * 86_400_000);
  await move('s1', 0, '2026-05-06', manager, 'agent-2');
  await removeShift(desk(), { rosterId, shiftId: 's2' }, { version: 0 });
  expect(await listPublished(world.db, rosterId)).toMatchObject([
    { date: '2026-05-04' },
    { date: '2026-05-05' },
  ]);
  expect(await publishRoster(desk(), rosterId, { version: 5 })).toMatchObject({
    value: { added: 0, changed: 1, cancelled: 1, people: 1, needConsent: 1 },
  });
  expect(await listPublished(world.db, rosterId)).toMatchObject([
    { id: 's1', userId: 'agent-2', date: '2026-05-06', needsConsent: true, ackAt: null, consentAt: null },
  ]);
});

test('what was undone is done again step by step, until something else is done', async () => {
  await place('s1', '2026-05-04');
  await move('s1', 0, '2026-05-05');
  expect(await redoChange(desk(), rosterId)).toMatchObject({ error: { code: 'nothing-to-redo' } });
  await undoChange(desk(), rosterId);
  await undoChange(desk(), rosterId);
  expect(await redoChange(desk(), rosterId)).toMatchObject({ ok: true });
  expect(await dates()).toEqual(['agent-1 2026-05-04']);
  expect(await redoChange(desk(), rosterId)).toMatchObject({ ok: true });
  expect(await dates()).toEqual(['agent-1 2026-05-05']);
  expect(await undoChange(desk(), rosterId)).toMatchObject({ ok: true });
  expect(await dates()).toEqual(['agent-1 2026-05-04']);
  await place('s2', '2026-05-08', 'agent-2');
  expect(await redoChange(desk(), rosterId)).toMatchObject({ error: { code: 'nothing-to-redo' } });
});
