import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpResponse, http, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSigned } from '#app/features/call/hook-signature.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { commit } from '#db/commit.ts';
import { getMessage } from '#db/tenant/queries/cases.ts';
import { attachments } from '#db/tenant/schema/contact.ts';
import { mountedHosts } from '#tests/setup/mounted-hosts.ts';
import { lead, openWorld } from '#tests/setup/world.ts';
import { setGateway } from './set-gateway.ts';

const gate = 'https://gate.example';
const admin = { userId: 'admin-1', name: 'Админ', roles: ['admin' as const] };
const heard: { body: string; isOurs: boolean }[] = [];
let answer: () => Response = () => HttpResponse.json({});
let secret = '';
let world: Awaited<ReturnType<typeof openWorld>>;
const server = setupServer(
  http.all('http://127.0.0.1:*/*', () => passthrough()),
  http.post(`${gate}/send`, async ({ request }) => {
    const body = await request.text();
    const { headers } = request;
    const signed = { timestamp: headers.get('X-Pult-Timestamp'), signature: headers.get('X-Pult-Signature') };
    heard.push({ body, isOurs: isSigned(secret, signed, body, world.services.now()) });
    return answer();
  }),
);
beforeAll(async () => {
  world = await openWorld('mts', { lines: [] });
  server.listen({ onUnhandledFrame: 'error' });
  mountedHosts.add(gate);
});
afterAll(async () => {
  mountedHosts.delete(gate);
  server.close();
  await world.close();
});

async function connect(url = `${gate}/send`) {
  const set = await setGateway(world.services, admin, 't1', 'messenger', { url });
  if (!set.ok) throw new Error(set.error.code);
  secret = set.value.secret;
  heard.length = 0;
}

/** A gateway that hears a message and breaks off; once closed it is reached by nobody. */
async function breakEverything() {
  let count = 0;
  const gateway = createServer((request) => {
    count += 1;
    request.on('end', () => request.socket.destroy()).resume();
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => gateway.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}/send`, heard: () => count, close };
}

/** Answers a new chat; `files`: with a file. */
async function reply({ files = false } = {}) {
  const { db, services } = world;
  const now = services.now();
  const opens = { kind: 'question' as const, subject: 'Вопрос' };
  const said = {
    channel: 'chat' as const,
    externalId: crypto.randomUUID(),
    at: now,
    address: 'anna',
    body: 'Ау',
  };
  const written = await hearSubscriber(db, { ...said, opens }, now);
  if (!written.ok) throw new Error(written.error.code);
  const { caseId, messageId: seenMessageId } = written.value;
  const input = {
    caseId,
    formToken: crypto.randomUUID(),
    body: 'Чиним',
    seenMessageId,
    nextState: 'open' as const,
  };
  const sent = await sendReply({ db, actor: lead, now }, input);
  if (!sent.ok) throw new Error(sent.error.code);
  const { messageId } = sent.value;
  const file = { id: crypto.randomUUID(), messageId, name: 'a.png', type: 'image/png', sizeBytes: 1 };
  if (files) await commit(db, [db.insert(attachments).values(file)]);
  await world.settle(10_000);
  return (await getMessage(db, messageId)) ?? { state: 'gone', failure: null };
}

test('without a gateway the agent is told why nothing was sent', async () => {
  expect(await reply()).toMatchObject({ state: 'failed', failure: 'no-messenger' });
});

test('a reply is signed and goes to who wrote', async () => {
  await connect();
  const sent = await reply();
  expect(sent).toMatchObject({ state: 'sent' });
  const body = { channel: 'chat', messageId: expect.any(String), to: 'anna', text: 'Чиним' };
  expect(heard.map((one) => [JSON.parse(one.body), one.isOurs])).toEqual([[body, true]]);
});

test('a break in the middle is unconfirmed and is not sent again by itself', async () => {
  const broken = await breakEverything();
  await connect(broken.url);
  expect(await reply()).toMatchObject({ state: 'unconfirmed' });
  await world.settle(3_600_000);
  expect(broken.heard()).toBe(1);
  await broken.close();
  expect(await reply()).toMatchObject({ state: 'held' });
});

test.each([
  [503, 'held'],
  [429, 'held'],
  [400, 'failed'],
  [302, 'failed'],
  [500, 'unconfirmed'],
])('a gateway that answers %d leaves the reply %s', async (status, state) => {
  await connect();
  answer = () => new HttpResponse(null, { status });
  expect(await reply()).toMatchObject({ state, failure: `HTTP ${status}` });
});

test('files are not left out in silence', async () => {
  await connect();
  expect(await reply({ files: true })).toMatchObject({ state: 'failed', failure: 'files-not-carried' });
  expect(heard).toEqual([]);
});
