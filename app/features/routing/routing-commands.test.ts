import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { addNote } from '#app/features/case/add-note.ts';
import { classifyCase } from '#app/features/case/classify-case.ts';
import { assignCase, awaitSubscriber } from '#app/features/case/move-case.ts';
import { openTopicTalks } from '#app/features/save-desk/open-topic-talks.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getPresence } from '#db/tenant/queries/routing.ts';
import { cases, topics } from '#db/tenant/schema/case.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { handOver } from './hand-over.ts';
import { handOverSilent } from './hand-over-silent.ts';
import { routeCases } from './route-cases.ts';
import { type ProfileInput, saveProfile } from './save-profile.ts';
import { noteSeen, setPresence, silenceMs } from './set-presence.ts';
import { takeNext } from './take-next.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

const profile = (userId: string, over: Partial<ProfileInput> = {}): ProfileInput => ({
  userId,
  carriers: [],
  kinds: [],
  languages: [],
  saves: true,
  capacity: { rest: 2 },
  isPushed: true,
  ...over,
});
const assigneeOf = async (caseId: string) => (await getCase(world.db, caseId))?.assigneeId ?? null;

test('two who ask at once get two different cases, then nothing is left', async () => {
  const ids = [(await world.write('Раз')).caseId, (await world.write('Два')).caseId];
  const taken = await Promise.all([takeNext(world.desk()), takeNext(world.desk(colleague))]);
  expect(taken.map((one) => one.ok && one.value.caseId).sort()).toEqual(ids.sort());
  expect(await takeNext(world.desk())).toEqual({ ok: false, error: { code: 'nothing-waits' } });
});

test('an agent who comes to work is given what waits, as much as he can bear', async () => {
  const ids = [];
  for (const body of ['Три', 'Четыре', 'Пять']) ids.push((await world.write(body)).caseId);
  await saveProfile(world.desk(lead), profile('agent-3'));
  expect(await routeCases(world.db, world.now(), world.services.databases.control)).toBe(0);
  await setPresence(world.desk({ ...agent, userId: 'agent-3' }), 'online');
  expect(await routeCases(world.db, world.now(), world.services.databases.control)).toBe(2);
  expect(await routeCases(world.db, world.now(), world.services.databases.control)).toBe(0);
  const [first = ''] = ids;
  await awaitSubscriber(world.desk(), { caseId: first, reason: 'Ждём номер договора' });
  expect(await routeCases(world.db, world.now(), world.services.databases.control)).toBe(1);
});

test('who is held back or away is given nothing', async () => {
  const { caseId } = await world.write('Шесть');
  await setPresence(world.desk({ ...agent, userId: 'agent-3' }), 'away');
  expect(await routeCases(world.db, world.now(), world.services.databases.control)).toBe(0);
  expect(await assigneeOf(caseId)).toBeNull();
});

test('who leaves hands over what needs us and keeps what waits for the subscriber', async () => {
  const [open, waiting] = [await world.write('Открытое'), await world.write('Ждёт')];
  for (const { caseId } of [open, waiting]) await assignCase(world.desk(), { caseId, userId: 'leaver' });
  await awaitSubscriber(world.desk(), { caseId: waiting.caseId, reason: 'Ждём ответа' });
  await handOver(world.db, 'leaver', world.now());
  expect(await assigneeOf(open.caseId)).toBeNull();
  expect(await assigneeOf(waiting.caseId)).toBe('leaver');
});

test('who says that he has gone hands over what he has', async () => {
  const { caseId } = await world.write('У ушедшего');
  await assignCase(world.desk(), { caseId, userId: 'leaver' });
  const leaver = world.desk({ ...agent, userId: 'leaver' });
  await setPresence(leaver, 'away');
  expect(await assigneeOf(caseId)).toBe('leaver');
  await setPresence(leaver, 'offline');
  expect(await assigneeOf(caseId)).toBeNull();
});

test('a race lost while one leaves leaves nothing behind', async () => {
  const { caseId } = await world.write('В споре');
  await assignCase(world.desk(), { caseId, userId: 'leaver' });
  const note = { caseId, formToken: crypto.randomUUID(), body: 'Звонил', mentions: [] };
  await Promise.all([addNote(world.desk(), note), handOver(world.db, 'leaver', world.now())]);
  expect(await assigneeOf(caseId)).toBeNull();
});

test('a page that fell silent takes its agent off the line; one that was heard of does not', async () => {
  const { caseId } = await world.write('У замолчавшего');
  for (const userId of ['silent', 'heard']) await setPresence(world.desk({ ...agent, userId }), 'online');
  await assignCase(world.desk(), { caseId, userId: 'silent' });
  world.pass(silenceMs + 1000);
  await noteSeen(world.db, 'heard', world.now());
  await handOverSilent(world.db, world.now());
  expect((await getPresence(world.db, 'silent'))?.state).toBe('offline');
  expect((await getPresence(world.db, 'heard'))?.state).toBe('online');
  expect(await assigneeOf(caseId)).toBeNull();
});

test('nobody is given work of a client company that he does not serve', async () => {
  const { caseId } = await world.write('Чужому');
  const stranger = { caseId, userId: 'stranger' };
  expect(await assignCase(world.desk(), stranger)).toMatchObject({ error: { code: 'person-not-found' } });
  expect(await saveProfile(world.desk(lead), profile('stranger'))).toMatchObject({
    error: { code: 'person-not-found' },
  });
});

test('an agent cannot widen his own powers', async () => {
  expect(await saveProfile(world.desk(), profile(agent.userId))).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('what nobody at work can take hides nothing that somebody can', async () => {
  const busy = await openCaseWorld();
  const { db, services } = busy;
  await Promise.all(Array.from({ length: 301 }, (_, n) => busy.write(`Вопрос ${n}`)));
  const faults = [await busy.write('Нет сети'), await busy.write('Нет связи')];
  for (const { caseId } of faults) await classifyCase(busy.desk(), { caseId, kind: 'fault' });
  const knowsFaults = { kinds: ['fault' as const], capacity: { rest: 1 } };
  await saveProfile(busy.desk(lead), profile(agent.userId, { ...knowsFaults, isPushed: false }));
  await saveProfile(busy.desk(lead), profile(colleague.userId, knowsFaults));
  await setPresence(busy.desk(colleague), 'online');
  expect(await takeNext(busy.desk())).toMatchObject({ ok: true });
  expect(await routeCases(db, busy.now(), services.databases.control)).toBe(1);
});

test('who wants to leave, by the topic of his case, is given to those who save alone', async () => {
  const own = await openCaseWorld();
  const topic = { id: 'topic-leaving', title: 'Уход к другому оператору', isLeaving: true };
  const { caseId } = await own.write('Хочу перенести номер');
  await commit(own.db, [
    own.db.insert(topics).values(topic),
    own.db.update(cases).set({ topicId: topic.id }).where(eq(cases.id, caseId)),
  ]);
  await saveProfile(own.desk(lead), profile(agent.userId, { saves: false }));
  expect(await takeNext(own.desk())).toEqual({ ok: false, error: { code: 'nothing-waits' } });
  await setPresence(own.desk(), 'online');
  expect(await routeCases(own.db, own.now(), own.services.databases.control)).toBe(0);
  expect(await openTopicTalks(own.db, own.now(), own.services.databases.control)).toBe(1);
  expect(await openTopicTalks(own.db, own.now(), own.services.databases.control)).toBe(0);
  expect(await takeNext(own.desk(colleague))).toMatchObject({ ok: true, value: { caseId } });
});
