import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { classifyCase } from '#app/features/case/classify-case.ts';
import { claimReply, recordDelivery } from '#app/features/case/deliver-reply.ts';
import { awaitSubscriber, solveCase } from '#app/features/case/move-case.ts';
import { getCase, listCaseEvents, listNewerMessages } from '#db/tenant/queries/cases.ts';
import { getIncident, listIncidents, listIncidentUpdates } from '#db/tenant/queries/incidents.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { declareIncident, type IncidentInput } from './declare-incident.ts';
import { attachCase, detachCase, gatherCases } from './gather-cases.ts';
import { spreadUpdate } from './spread-update.ts';
import { updateIncident } from './update-incident.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

const outage = (words: string[]): IncidentInput => ({
  formToken: uuid(),
  title: 'Нет связи в Казани',
  banner: 'В Казани нет связи, чиним',
  match: { words },
  slaTreatment: 'pause',
  startedAt: new Date('2026-03-02T08:00:00Z'),
});
async function declare(words: string[]) {
  const declared = await declareIncident(world.desk(lead), outage(words));
  if (!declared.ok) throw new Error(declared.error.code);
  return declared.value.id;
}
async function spread(incidentId: string, isLast: boolean) {
  const version = (await getIncident(world.db, incidentId))?.version ?? 0;
  const updated = await updateIncident(world.desk(lead), { incidentId, body: 'Чиним', isLast, version });
  if (!updated.ok) throw new Error(updated.error.code);
  while ((await spreadUpdate(world.db, updated.value.updateId, world.now())) === 'more');
  return updated.value.updateId;
}
/** Lets the held replies of these cases go out. */
async function sendHeld(written: { caseId: string; messageId: string }[]) {
  for (const { caseId, messageId } of written) {
    for (const { id } of await listNewerMessages(world.db, caseId, messageId)) {
      await claimReply(world.db, id, world.now());
      await recordDelivery(world.db, id, { state: 'sent', externalId: id }, world.now());
    }
  }
}
const incidentOf = async (caseId: string) => (await getCase(world.db, caseId))?.incidentId ?? null;

test('gathers open cases that fit, and those that come later by themselves', async () => {
  const before = await world.write('До аварии', undefined, 'Нет связи, Казань');
  const other = await world.write('О другом', undefined, 'Вопрос о счёте');
  const incidentId = await declare(['казан']);
  await gatherCases(world.db, incidentId, world.now());
  const after = await world.write('После', undefined, 'В КАЗАНИ пропал интернет');
  expect(await Promise.all([before, after, other].map(({ caseId }) => incidentOf(caseId)))).toEqual([
    incidentId,
    incidentId,
    null,
  ]);
  expect((await listIncidents(world.db, 1))[0]?.caseCount).toBe(2);
});

test('a case that somebody wrote in at that moment is gathered too', async () => {
  const { caseId } = await world.write('Нет сети', undefined, 'Саратов без связи');
  const incidentId = await declare(['саратов']);
  const gathering = gatherCases(world.db, incidentId, world.now());
  for (let n = 0; n < 20; n += 1) {
    await classifyCase(world.desk(), { caseId, priority: n % 2 ? 'high' : 'normal' });
  }
  await gathering;
  expect(await incidentOf(caseId)).toBe(incidentId);
});

test('one update answers each case once, and the last one solves them', async () => {
  const { caseId, messageId } = await world.write('Нет сети', undefined, 'Пермь без связи');
  const incidentId = await declare(['пермь']);
  await gatherCases(world.db, incidentId, world.now());
  const updateId = await spread(incidentId, false);
  await spreadUpdate(world.db, updateId, world.now());
  const told = await listNewerMessages(world.db, caseId, messageId);
  expect(told).toMatchObject([{ kind: 'reply', body: 'Чиним', state: 'held' }]);
  await spread(incidentId, true);
  await sendHeld([{ caseId, messageId }]);
  expect((await getCase(world.db, caseId))?.state).toBe('solved');
  expect((await getIncident(world.db, incidentId))?.endedAt).not.toBeNull();
  const more = { incidentId, body: 'Ещё', isLast: false, version: 3 };
  expect(await updateIncident(world.desk(lead), more)).toMatchObject({ error: { code: 'incident-over' } });
});

test('an update reaches open cases only; what waits for the subscriber goes on waiting', async () => {
  const [open, waiting, woken, solved] = await Promise.all(
    ['Один', 'Два', 'Три', 'Четыре'].map((body) => world.write(body, undefined, 'Сочи без связи')),
  );
  if (!open || !waiting || !woken || !solved) throw new Error('Nothing was written.');
  const incidentId = await declare(['сочи']);
  await gatherCases(world.db, incidentId, world.now());
  for (const { caseId } of [waiting, woken])
    await awaitSubscriber(world.desk(), { caseId, reason: 'Ждём перезагрузки' });
  await solveCase(world.desk(), { caseId: solved.caseId });
  await spread(incidentId, false);
  await world.write('Перезагрузил', woken.caseId);
  await sendHeld([open, waiting, woken, solved]);
  const states = [open, waiting, woken, solved].map(
    async ({ caseId }) => (await getCase(world.db, caseId))?.state,
  );
  expect(await Promise.all(states)).toEqual(['open', 'waiting', 'open', 'solved']);
  expect(await listNewerMessages(world.db, solved.caseId, solved.messageId)).toEqual([]);
  expect(await listNewerMessages(world.db, waiting.caseId, waiting.messageId)).toMatchObject([
    { state: 'sent' },
  ]);
});

test('the last update lets go of what was solved before, without a word', async () => {
  const [solved, waiting] = [
    await world.write('Нет сети', undefined, 'Тверь без связи'),
    await world.write('Нет сети', undefined, 'Тверь без связи'),
  ];
  const incidentId = await declare(['тверь']);
  await gatherCases(world.db, incidentId, world.now());
  await solveCase(world.desk(), { caseId: solved.caseId });
  await awaitSubscriber(world.desk(), { caseId: waiting.caseId, reason: 'Ждём перезагрузки' });
  await spread(incidentId, true);
  await sendHeld([solved, waiting]);
  expect(await listNewerMessages(world.db, solved.caseId, solved.messageId)).toEqual([]);
  const events = (await listCaseEvents(world.db, solved.caseId)).map(({ event }) => event);
  expect(events.filter((event) => event === 'incident-left')).toHaveLength(1);
  expect((await getCase(world.db, waiting.caseId))?.state).toBe('solved');
});

test('one word sent twice, at once or one after the other, is said once', async () => {
  const { caseId, messageId } = await world.write('Нет сети', undefined, 'Уфа без связи');
  const incidentId = await declare(['уфа']);
  await gatherCases(world.db, incidentId, world.now());
  const word = { incidentId, body: 'Чиним', isLast: false, version: 1 };
  const send = () => updateIncident(world.desk(lead), word);
  const answers = [...(await Promise.all([send(), send()])), await send()];
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, false]);
  for (const { id } of await listIncidentUpdates(world.db, incidentId)) {
    await spreadUpdate(world.db, id, world.now());
  }
  expect(await listNewerMessages(world.db, caseId, messageId)).toHaveLength(1);
});

test('a case that was taken out is not gathered again, but may be joined by hand', async () => {
  const { caseId } = await world.write('Тут другое', undefined, 'Омск: не работает роутер');
  const incidentId = await declare(['омск']);
  await gatherCases(world.db, incidentId, world.now());
  await detachCase(world.desk(), caseId);
  await gatherCases(world.db, incidentId, world.now());
  expect(await incidentOf(caseId)).toBeNull();
  await attachCase(world.desk(), { incidentId, caseId });
  expect(await incidentOf(caseId)).toBe(incidentId);
  const events = (await listCaseEvents(world.db, caseId)).map(({ event }) => event);
  expect(events.filter((event) => event.startsWith('incident'))).toEqual([
    'incident-joined',
    'incident-left',
    'incident-joined',
  ]);
});

test('a form sent twice, at once or later, declares one incident; another under its token is refused', async () => {
  const input = { ...outage(['рязан']), startedAt: null };
  const declareIt = (over: Partial<IncidentInput> = {}) =>
    declareIncident(world.desk(lead), { ...input, ...over });
  const [first, second] = await Promise.all([declareIt(), declareIt()]);
  world.pass(60_000);
  expect(first).toMatchObject({ ok: true });
  expect([second, await declareIt()]).toEqual([first, first]);
  const own = (await listIncidents(world.db, 100)).filter(
    ({ incident }) => incident.match.words?.[0] === 'рязан',
  );
  expect(own).toHaveLength(1);
  for (const over of [{ title: 'Нет связи в Рязани' }, { match: {} }, { startedAt: world.now() }]) {
    expect(await declareIt(over)).toMatchObject({ error: { code: 'form-reused' } });
  }
  expect(await declareIncident(world.desk(), input)).toMatchObject({ error: { code: 'forbidden' } });
});

test('an agent declares no incident', async () => {
  expect(await declareIncident(world.desk(), outage(['тула']))).toMatchObject({
    error: { code: 'forbidden' },
  });
});
