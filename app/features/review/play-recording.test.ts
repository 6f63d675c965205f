import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { listenings, reviewTasks } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { playCall } from './play-call.ts';
import { playRecording } from './play-recording.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const now = new Date('2026-03-10T09:00:00Z');
const exchange = createServer((request, response) => {
  const isSound = request.url === '/call.wav';
  if (request.url === '/elsewhere') response.writeHead(302, { Location: '/call.wav' }).end();
  else response.writeHead(200, { 'Content-Type': isSound ? 'audio/wav' : 'text/html' }).end('RIFF');
});
beforeAll(() => new Promise<void>((listening) => exchange.listen(0, '127.0.0.1', listening)));
afterAll(() => void exchange.close());

/** A call under review and one that is not, whose recording lies there. */
async function openCall(path: string) {
  const { db } = await openTestTenant();
  const { port } = exchange.address() as AddressInfo;
  const call = (id: string) => ({
    id,
    channel: 'call' as const,
    direction: 'inbound' as const,
    agentId: 'anna',
    recordingUrl: `http://127.0.0.1:${port}${path}`,
    startedAt: now,
    createdAt: now,
  });
  const work = { subjectType: 'contact', subjectId: 'call', agentId: 'anna', queue: 'call' } as const;
  const how = { selection: 'random', isBlind: true, state: 'open', cardId: 'card' } as const;
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'manager', at: now }),
    db.insert(contacts).values([call('call'), call('another')]),
    db
      .insert(reviewTasks)
      .values({ id: 'task', ...work, ...how, occurredAt: now, createdBy: 'lead-1', createdAt: now }),
  ]);
  const play = (contactId: string, actor = lead, mayBeNear = true) =>
    playRecording({ db, actor, now, mayBeNear }, { taskId: 'task', contactId });
  const hear = (actor: Actor, contactId = 'call') => playCall({ db, actor, now, mayBeNear: true }, contactId);
  return { db, play, hear };
}

test('the sound of the work under review is passed on, and each playing is logged', async () => {
  const { db, play } = await openCall('/call.wav');
  const sound = await play('call');
  expect(sound?.headers.get('Content-Type')).toBe('audio/wav');
  expect(await sound?.text()).toBe('RIFF');
  expect(await db.select().from(listenings)).toMatchObject([{ userId: 'lead-1', what: 'played' }]);
});

test('no other recording is played, and none of one’s own work', async () => {
  const { db, play } = await openCall('/call.wav');
  expect(await play('another')).toBeNull();
  expect(await play('call', { ...lead, userId: 'anna' })).toBeNull();
  expect(await db.select().from(listenings)).toEqual([]);
});

test.each(['/page', '/elsewhere'])('what is no sound is not passed on: %s', async (path) => {
  const { play } = await openCall(path);
  const answer = await play('call');
  expect(answer?.status).toBe(502);
  expect(await answer?.text()).toBe('');
});

test('a recording beside this server is fetched where the centre itself is on this machine only', async () => {
  const { play } = await openCall('/call.wav');
  expect((await play('call', lead, false))?.status).toBe(502);
});

test('a call is heard by who spoke and by those who review, and each hearing is logged', async () => {
  const { db, hear } = await openCall('/call.wav');
  const anna: Actor = { userId: 'anna', name: 'Анна', roles: ['agent'] };
  expect(await (await hear(anna))?.text()).toBe('RIFF');
  expect(await (await hear(lead))?.text()).toBe('RIFF');
  expect(await hear({ ...anna, userId: 'boris' })).toBeNull();
  expect(await hear({ ...anna, roles: ['client'] })).toBeNull();
  expect(await hear(lead, 'none')).toBeNull();
  const logged = (await db.select().from(accessLog)).map(({ userId, field }) => [userId, field]);
  expect(logged).toEqual([
    ['anna', 'recording:call'],
    ['lead-1', 'recording:call'],
  ]);
});
