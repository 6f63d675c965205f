import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { listNotices } from '#db/tenant/queries/notices.ts';
import {
  getAbsence,
  getFeedByHash,
  getPublished,
  listOwnAbsences,
  listOwnWishes,
} from '#db/tenant/queries/shift-life.ts';
import { openShiftWorld, planner } from '#tests/setup/test-shifts.ts';
import { acknowledgeShifts, answerChange } from './answer-shifts.ts';
import { type AbsenceInput, askAbsence, decideAbsence, withdrawAbsence } from './ask-absence.ts';
import { callSick, endSickness } from './call-sick.ts';
import { closeFeed, hashFeedToken, openFeed } from './shift-feed.ts';
import { wishDay } from './wish-day.ts';

let world: Awaited<ReturnType<typeof openShiftWorld>>;
beforeEach(async () => {
  world = await openShiftWorld();
});
const desk = (userId = 'agent-1') => world.desk(world.actorOf(userId));
const newsOf = async (userId: string) =>
  (await listNotices(world.db, userId, 50, null)).flatMap(({ told }) =>
    told.kind === 'shift' ? [told.news] : [],
  );
async function ask(over: Partial<AbsenceInput> = {}) {
  const input = {
    id: uuid(),
    kind: 'leave' as const,
    from: '2026-06-01',
    to: '2026-06-14',
    note: '',
    ...over,
  };
  return [input.id, await askAbsence(desk(), input)] as const;
}

test('leave is asked for whole days of the zone and decided once by another', async () => {
  const [absenceId] = await ask();
  expect(await getAbsence(world.db, absenceId)).toMatchObject({
    fromAt: new Date('2026-05-31T21:00Z'),
    toAt: new Date('2026-06-14T21:00Z'),
    state: 'asked',
  });
  const decide = (answer: 'granted' | 'refused', who = planner) =>
    decideAbsence(world.desk(who), { absenceId, answer, reason: '' });
  expect(await decide('granted', world.actorOf('agent-2'))).toMatchObject({ error: { code: 'forbidden' } });
  const himself = { ...planner, userId: 'agent-1' };
  expect(await decide('granted', himself)).toMatchObject({ error: { code: 'own-ask' } });
  const both = await Promise.all([decide('granted'), decide('refused', { ...planner, userId: 'manager-2' })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await newsOf('agent-1')).toHaveLength(1);
});

test.each<[string, Partial<AbsenceInput>, string]>([
  ['days that are past', { from: '2026-03-01' }, 'absence-dates'],
  ['an end before its beginning', { to: '2026-05-31' }, 'absence-dates'],
  ['half a year', { to: '2026-12-01' }, 'absence-dates'],
  ['days he has asked for already', { from: '2026-05-20', to: '2026-06-01' }, 'absence-overlaps'],
])('%s are not asked for', async (_, over, code) => {
  await ask();
  expect((await ask(over))[1]).toMatchObject({ error: { code } });
});

test('what he asked he takes back himself; the days are free again', async () => {
  const [absenceId] = await ask();
  expect(await withdrawAbsence(desk('agent-2'), { absenceId })).toMatchObject({
    error: { code: 'absence-not-found' },
  });
  expect((await withdrawAbsence(desk(), { absenceId })).ok).toBe(true);
  expect(await withdrawAbsence(desk(), { absenceId })).toMatchObject({ error: { code: 'absence-over' } });
  expect((await ask())[1].ok).toBe(true);
});

test('a sick call holds at once until he is well again', async () => {
  const id = uuid();
  expect((await callSick(desk(), { id, to: '2026-03-04' })).ok).toBe(true);
  expect(await getAbsence(world.db, id)).toMatchObject({
    state: 'granted',
    fromAt: world.now(),
    toAt: new Date('2026-03-04T21:00Z'),
  });
  expect(await callSick(desk(), { id: uuid(), to: '2026-03-05' })).toMatchObject({
    error: { code: 'absence-overlaps' },
  });
  world.pass(86_400_000);
  expect((await endSickness(desk(), { absenceId: id })).ok).toBe(true);
  expect(await getAbsence(world.db, id)).toMatchObject({ toAt: world.now() });
  expect(await listOwnAbsences(world.db, 'agent-1', new Date(world.now().getTime() + 1))).toEqual([]);
});

test.each(['2026-03-01', '2026-04-01'])('a sickness until %s is not told', async (to) => {
  expect(await callSick(desk(), { id: uuid(), to })).toMatchObject({ error: { code: 'sick-dates' } });
});

test('a day is wished for one way, and the wish is taken back', async () => {
  for (const kind of ['off', 'early'] as const) await wishDay(desk(), { date: '2026-05-10', kind });
  expect(await listOwnWishes(world.db, 'agent-1', '2026-03-01')).toMatchObject([
    { date: '2026-05-10', kind: 'early' },
  ]);
  await wishDay(desk(), { date: '2026-05-10', kind: '' });
  expect(await listOwnWishes(world.db, 'agent-1', '2026-03-01')).toEqual([]);
  expect(await wishDay(desk(), { date: '2026-03-02', kind: 'off' })).toMatchObject({
    error: { code: 'wish-past' },
  });
});

test('to have seen a shift is not to agree to it; inside the month of notice one is asked', async () => {
  world.pass(50 * 86_400_000);
  const shiftId = await world.place('agent-1', '2026-05-05');
  await world.publish();
  await acknowledgeShifts(desk('agent-2'), { shiftIds: [shiftId] });
  expect(await getPublished(world.db, shiftId)).toMatchObject({ needsConsent: true, ackAt: null });
  await acknowledgeShifts(desk(), { shiftIds: [shiftId] });
  expect(await getPublished(world.db, shiftId)).toMatchObject({ ackAt: world.now(), consentAt: null });
  const answer = (agrees: boolean, version = 0) => answerChange(desk(), { shiftId, agrees, version });
  expect((await answer(false)).ok).toBe(true);
  expect(await answer(true, 7)).toMatchObject({ error: { code: 'conflict' } });
  expect((await answer(true)).ok).toBe(true);
  expect(await getPublished(world.db, shiftId)).toMatchObject({ consentAt: world.now() });
});

test('an address of a calendar is one a person, kept as a hash and revoked for good', async () => {
  const [first, second] = [
    await openFeed(desk(), { locale: 'ru' }),
    await openFeed(desk(), { locale: 'ru' }),
  ];
  if (!first.ok || !second.ok) throw new Error('No address was given.');
  const feedOf = (token: string) => getFeedByHash(world.db, hashFeedToken(token));
  expect(await feedOf(first.value.token)).toBeNull();
  expect(await feedOf(second.value.token)).toMatchObject({ userId: 'agent-1' });
  expect(JSON.stringify(await feedOf(second.value.token))).not.toContain(second.value.token);
  await closeFeed(desk());
  expect(await feedOf(second.value.token)).toBeNull();
});
