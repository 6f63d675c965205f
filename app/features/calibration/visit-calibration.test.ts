import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { solveCase } from '#app/features/case/move-case.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { liveResponse } from '#app/platform/live-response.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { calibrationShares } from '#db/tenant/schema/calibration.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { closeCalibration, markForCalibration, openCalibration } from './hold-calibration.ts';
import { playVisited } from './play-visited.ts';
import { readVisited, readVisitedCalibration } from './read-visited.ts';
import { shareCalibration } from './share-calibration.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const manager: Actor = { userId: 'manager-1', name: 'Марина', roles: ['manager'] };
const client: Actor = { userId: 'client-1', name: 'Игорь', roles: ['client'] };
const answers = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: null, needs: 4, data: 1 };
const place = { calibrationId: 'calibration' };

async function openHeld() {
  const world = await openCaseWorld();
  const personal = `Меня зовут ${world.subscriber.name}, телефон 8 (916) 765-43-21, почта petr@example.ru, ул. Лесная, д. 4`;
  const { caseId } = await world.write(personal, undefined, 'Звоните 89167654321');
  const number = (await getCase(world.db, caseId))?.number ?? 0;
  const recording = { recordingUrl: 'http://127.0.0.1:9/none.wav', startedAt: world.now() };
  await commit(world.db, [
    ...storeDefaultCard(world.db, { id: 'card', by: 'm', at: world.now() }),
    world.db.insert(contacts).values({
      id: 'call',
      caseId,
      channel: 'call',
      direction: 'inbound',
      agentId: 'agent-1',
      address: world.line.msisdn,
      createdAt: world.now(),
      ...recording,
    }),
  ]);
  await solveCase(world.desk(), { caseId });
  const input = { title: 'Ноябрь', cardId: 'card', numbers: [number], referenceBy: 'lead-1' };
  await openCalibration(world.desk(lead), { id: 'calibration', ...input });
  const reader = { ...world.desk(client), carriers: world.services.carriers, locale: 'ru' as const };
  const read = () => readVisitedCalibration(reader, 'calibration', null);
  const mark = (actor: Actor) =>
    markForCalibration(world.desk(actor), { ...place, subjectId: caseId }, answers);
  const play = () => playVisited({ ...world.desk(client), mayBeNear: true }, { ...place, contactId: 'call' });
  const share = (actor: Actor, what: 'work' | 'recordings') =>
    shareCalibration(world.desk(actor), 'calibration', what);
  return { world, caseId, read, mark, play, share };
}

test('a client company sees and scores what it was asked to, and nothing else', async () => {
  const { world, read, mark, share } = await openHeld();
  expect([await read(), await readVisited(world)]).toEqual([null, []]);
  expect(await mark(client)).toMatchObject({ error: { code: 'calibration-not-found' } });
  expect(await share(client, 'work')).toMatchObject({ error: { code: 'forbidden' } });
  expect((await share(lead, 'work')).ok).toBe(true);
  expect(await readVisited(world)).toMatchObject([{ id: 'calibration', subjects: 1 }]);
  expect(await mark(client)).toEqual({ ok: true, value: null });
  expect(await mark(client)).toMatchObject({ error: { code: 'marked-already' } });
});

test('no number, name or address reaches it, on the page or in the stream', async () => {
  const { world, read, mark, share } = await openHeld();
  await share(lead, 'work');
  const stop = new AbortController();
  const { live } = world.services;
  const listener = { userId: client.userId, closed: stop.signal, hearsPresence: false, onAlive: () => {} };
  const heard = liveResponse(live, { tenantId: world.db.tenantId, ...listener }).text();
  await world.write('Ещё раз: 8 916 765-43-21');
  await mark(client);
  stop.abort();
  const page = JSON.stringify(await read());
  expect(page).toContain('•••');
  for (const text of [page, await heard]) {
    const digits = text.replaceAll(/[\s()-]/g, '');
    for (const number of ['9167654321', world.line.msisdn.slice(2)]) expect(digits).not.toContain(number);
    const [name = ''] = world.subscriber.name.split(' ');
    for (const word of [name, 'petr@', 'Лесная', 'anna@example.com', 'agent-1@'])
      expect(text).not.toContain(word);
  }
});

test('it sees the marks of others and its own nearness when the calibration is over, not before', async () => {
  const { world, read, mark, share } = await openHeld();
  await share(lead, 'work');
  await mark(client);
  await mark(lead);
  expect((await read())?.results).toBeNull();
  await closeCalibration(world.desk(lead), 'calibration');
  expect((await read())?.results?.alignment).toMatchObject([{ alignment: 1 }]);
  expect(await share(lead, 'work')).toMatchObject({ error: { code: 'calibration-closed' } });
});

test('it hears a recording only when a manager shared them, and each hearing is logged', async () => {
  const { world, read, play, share } = await openHeld();
  expect(await share(manager, 'recordings')).toMatchObject({ error: { code: 'client-not-invited' } });
  await share(lead, 'work');
  expect(await share(lead, 'recordings')).toMatchObject({ error: { code: 'forbidden' } });
  expect([(await read())?.shown?.recordings, await play()]).toEqual([[], null]);
  await share(manager, 'recordings');
  await share({ ...manager, userId: 'manager-2' }, 'recordings');
  expect((await read())?.shown?.recordings).toEqual(['call']);
  // The exchange of this test is silent; that it was asked for is written down before.
  expect((await play())?.status).toBe(502);
  expect(await world.db.select().from(accessLog)).toMatchObject([
    { userId: 'client-1', field: 'recording:call', reason: 'calibration' },
  ]);
  const shares = await world.db.select().from(calibrationShares);
  expect(shares.map(({ what, by }) => [what, by])).toEqual([
    ['work', 'lead-1'],
    ['recordings', 'manager-1'],
  ]);
});
