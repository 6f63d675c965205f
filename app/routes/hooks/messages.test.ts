import { beforeEach, expect, test } from 'vitest';
import { signHook } from '#app/features/call/hook-signature.ts';
import { setGateway } from '#app/features/messenger/set-gateway.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { routeCall } from '#tests/setup/route-call.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import * as hook from './messages.ts';

let services: Services;
let db: TenantDb;
let secret: string;

beforeEach(async () => {
  ({ services } = await createTestServices());
  const tenantId = await addTenant(services, 1);
  db = await services.databases.openTenant(tenantId);
  const by = { ...admin, roles: [...admin.roles] };
  const set = await setGateway(services, by, tenantId, 'messenger', { url: 'https://gate.example/send' });
  if (!set.ok) throw new Error(set.error.code);
  secret = set.value.secret;
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567' })),
  ]);
});

type Told = { at?: string; messageId?: string; from?: string; number?: string; text?: string; name?: string };

async function tell(told: Told = {}, { slug = 'tenant-1', key = secret } = {}) {
  const at = services.now();
  const all = {
    channel: 'chat',
    messageId: 'm1',
    at: at.toISOString(),
    from: 'anna',
    text: 'Нет сети',
    ...told,
  };
  const body = JSON.stringify(all);
  const seconds = Math.floor(at.getTime() / 1000);
  const headers = {
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Pult-Timestamp': String(seconds),
    'X-Pult-Signature': signHook(key, seconds, body),
  };
  const path = `/hooks/messages/${slug}`;
  const { context } = await routeCall(services, { path });
  const request = new Request(`http://localhost:4600${path}`, { method: 'POST', body, headers });
  const answer = await hook.action({ request, params: { tenant: slug }, context } as never);
  if (!(answer instanceof Response)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer.status;
}
const listCases = () => db.select().from(cases);
const listMessages = () => db.select().from(messages);

test('what a subscriber writes opens a case of whose number it is, and goes on in it', async () => {
  expect(await tell({ number: '8 916 123-45-67' })).toBe(200);
  expect(await tell({ messageId: 'm2', text: 'Вы там?' })).toBe(200);
  const [row, ...more] = await listCases();
  expect(row).toMatchObject({ channel: 'chat', subject: 'Нет сети', lineId: makeLine(1).id, carrier: 'mts' });
  expect([more.length, (await listMessages()).map(({ body }) => body)]).toEqual([0, ['Нет сети', 'Вы там?']]);
});

test('first words that come at once are one case', async () => {
  const texts = ['Добрый день', 'Нет сети', 'Уже час', 'Ау', 'Вы там?', 'Алло', 'Жду', 'Спасибо'];
  const told = await Promise.all(texts.map((text, index) => tell({ messageId: `m${index}`, text })));
  expect(new Set(told)).toEqual(new Set([200]));
  expect([(await listCases()).length, (await listMessages()).length]).toEqual([1, 8]);
});

test('the same message told twice is one', async () => {
  await tell();
  await tell();
  expect(await listMessages()).toHaveLength(1);
});

test('somebody else gets a case of his own, and a stranger is named', async () => {
  await tell();
  await tell({ messageId: 'm2', from: 'boris', name: 'Борис' });
  expect(await listCases()).toHaveLength(2);
  expect((await listMessages()).map(({ body }) => body)).toEqual(['Нет сети', 'Борис:\nНет сети']);
});

test('a closed case is left closed: the next message opens another', async () => {
  await tell();
  await commit(db, [db.update(cases).set({ state: 'closed' })]);
  await tell({ messageId: 'm2' });
  expect((await listCases()).map(({ state }) => state).toSorted()).toEqual(['closed', 'new']);
});

test('a gateway whose clock is ahead tells of nothing that is yet to come', async () => {
  await tell({ at: '2099-01-01T00:00:00Z' });
  expect((await listMessages()).map(({ sentAt }) => sentAt)).toEqual([services.now()]);
});

test('who does not sign is told nothing', async () => {
  expect(await tell({}, { key: 'guessed' })).toBe(401);
  expect(await tell({}, { slug: 'nobody' })).toBe(401);
  expect(await tell({ text: ' ' })).toBe(422);
  expect(await tell({ text: 'я'.repeat(70_000) })).toBe(413);
  expect(await listCases()).toEqual([]);
});
