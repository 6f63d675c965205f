import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setGateway } from '#app/features/messenger/set-gateway.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import type { ContactWork } from '#app/features/outreach/contact-work.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { campaignMembers } from '#db/tenant/schema/campaign.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { consents, contactRules, outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { hostMessenger } from '#seeds/host-messenger.ts';
import { openMailWorld } from '#tests/setup/mail-world.ts';
import { addCampaign } from '#tests/setup/test-campaigns.ts';

let world: Awaited<ReturnType<typeof openMailWorld>>;
let subscriberId: string;
beforeEach(async () => {
  world = await openMailWorld();
  const { db, lineId } = world;
  const [line] = await db.select().from(lines).where(eq(lines.id, lineId));
  subscriberId = line?.subscriberId ?? '';
  const at = new Date('2026-01-01');
  const own = { mode: 'creditor' as const, creditorName: 'Волна', creditorPhone: '+74951234567' };
  const account = { id: 'account-1', subscriberId, number: '1', createdAt: at };
  const debt = {
    id: 'debt-1',
    accountId: account.id,
    lineId,
    balanceKopecks: 50_000,
    oldestDueOn: '2026-02-20',
  };
  await commit(db, [
    db
      .insert(contactRules)
      .values({ id: uuid(), from: at, ...own, limits: lawfulLimits, setBy: 'boss', setAt: at }),
    db.update(subscribers).set({ email: 'anna@mail.example', timeZone: 'Europe/Moscow' }),
    db.insert(billingAccounts).values(account),
    db.insert(receivables).values({ ...debt, version: 1, changedAt: at }),
  ]);
});
afterEach(() => world.close());

async function send(more: Partial<ContactWork> = {}) {
  const { db, services } = world;
  const work = {
    sendKey: 'step-1',
    subscriberId,
    receivableId: 'debt-1',
    moveId: null,
    purpose: 'collection',
    channel: 'email',
    subject: 'Долг',
    text: 'Оплатите связь.',
    ...more,
  };
  const now = services.now();
  const job = { queue: 'outreach-send', gate: 'outreach-send', lane: 'bulk' as const, dueAt: now };
  await commit(db, [callFor(db, { ...job, payload: work }, now)]);
  await world.settle(60_000);
}
const attempts = () => world.db.select().from(outreachAttempts);

test('a contact goes to the subscriber himself, with creditor and telephone, and is kept', async () => {
  await send();
  const text = 'Оплатите связь.\nВолна, +74951234567';
  expect(world.smtp.state.taken).toHaveLength(1);
  expect(await attempts()).toMatchObject([
    { state: 'sent', address: 'anna@mail.example', content: text, receivableId: 'debt-1', channel: 'email' },
  ]);
});

test('asked twice it is sent once', async () => {
  await send();
  await send();
  expect(world.smtp.state.taken).toHaveLength(1);
});

test.each([
  ['paid', { balanceKopecks: 0, oldestDueOn: null }],
  ['due today and no earlier', { oldestDueOn: '2026-03-02' }],
  ['disputed', { disputedKopecks: 100 }],
])('a debt that is %s is not spoken of', async (_why, set) => {
  await commit(world.db, [world.db.update(receivables).set(set)]);
  await send();
  expect(world.smtp.state.taken).toHaveLength(0);
  expect(await attempts()).toEqual([]);
});

test.each([
  ['left alone by another that runs', 'control', 'running', 0],
  ['left alone by another whose window is over', 'control', 'finished', 1],
  ['contacted by another too', 'treated', 'running', 1],
] as const)('of a campaign, to somebody %s', async (_who, arm, state, taken) => {
  const { db, lineId } = world;
  const drawn = { subscriberId, lineId, draw: 0.5, stratum: 'mts low', step: 1 };
  await addCampaign(db, { id: 'own', state: 'running' }, []);
  await addCampaign(db, { id: 'other', state }, []);
  await commit(db, [
    db.insert(campaignMembers).values({ ...drawn, campaignId: 'own', arm: 'treated' }),
    db.insert(campaignMembers).values({ ...drawn, campaignId: 'other', arm }),
  ]);
  await send({ campaignId: 'own', purpose: 'service', receivableId: null });
  expect(world.smtp.state.taken).toHaveLength(taken);
  expect(await attempts()).toHaveLength(taken);
});

test('what came at night goes out in the morning', async () => {
  world.pass(12 * 3_600_000);
  await send();
  expect(await attempts()).toEqual([]);
  expect(await world.db.select().from(outreachRefusals)).toMatchObject([{ rule: 'hours' }]);
  await world.settle(12 * 3_600_000);
  expect(await attempts()).toMatchObject([{ state: 'sent', at: new Date('2026-03-03T05:00:00Z') }]);
  expect(await world.db.select().from(outbox)).toEqual([]);
});

test('one whose sender died is not sent again, and counts as made', async () => {
  const { db, services } = world;
  await send({ channel: 'cabinet' });
  await commit(db, [db.update(outreachAttempts).set({ state: 'sending', claimedAt: services.now() })]);
  await send({ channel: 'cabinet' });
  await world.settle(10 * 60_000);
  expect(await attempts()).toMatchObject([{ state: 'unknown', failure: 'broke-off' }]);
});

test.each([
  ['sms', 'no-messenger'],
  ['messenger', 'no-address'],
  ['meeting', 'channel-not-sent'],
] as const)('what cannot go by %s says why', async (channel, failure) => {
  await send({ channel });
  expect(await attempts()).toMatchObject([{ state: 'failed', failure }]);
});

test('what goes to the cabinet is put before him once, with the batch that says it was sent', async () => {
  const { db } = world;
  await send({ channel: 'cabinet' });
  await send({ channel: 'cabinet' });
  const [attempt] = await attempts();
  expect(attempt).toMatchObject({ state: 'sent', channel: 'cabinet' });
  expect(await db.select().from(cabinetNotices)).toMatchObject([
    {
      subscriberId,
      attemptId: attempt?.id,
      purpose: 'collection',
      subject: 'Долг',
      receivableId: 'debt-1',
      content: attempt?.content,
      at: attempt?.sentAt,
      readAt: null,
    },
  ]);
});

test('what goes elsewhere, or to an unknown end, is no notice', async () => {
  await send();
  await send({ sendKey: 'step-2', channel: 'letter' });
  expect(await world.db.select().from(cabinetNotices)).toEqual([]);
});

test('a letter waits to be printed, known by the number of his contract', async () => {
  await send({ channel: 'letter' });
  const [subscriber] = await world.db.select().from(subscribers);
  expect(await attempts()).toMatchObject([
    { state: 'printing', channel: 'letter', address: subscriber?.contractNumber, failure: null },
  ]);
  expect(await world.db.select().from(outbox)).toEqual([]);
});

test('a robot calls only with a label and a consent of its own, once, and by a signed word', async () => {
  const { db, services } = world;
  const robot = await hostMessenger('t1', 0);
  const admin = { userId: 'admin-1', name: 'Админ', roles: ['admin' as const] };
  const set = await setGateway(services, admin, 't1', 'robot', { url: robot.url });
  robot.connect({ address: robot.url, secret: set.ok ? set.value.secret : '' });
  await send({ channel: 'robot' });
  await commit(db, [db.update(contactRules).set({ callLabel: 'Волна: оплата связи' })]);
  await send({ channel: 'robot' });
  const refused = await db.select({ rule: outreachRefusals.rule }).from(outreachRefusals);
  expect(refused.map(({ rule }) => rule)).toEqual(['call-label', 'robot-consent']);
  expect(robot.taken).toEqual([]);
  const consent = {
    id: 'c1',
    subscriberId,
    purpose: 'collection',
    channel: 'robot',
    proof: 'запись',
  } as const;
  const at = new Date('2026-01-01');
  await commit(db, [
    db.insert(consents).values({ ...consent, textVersion: 1, givenAt: at, recordedBy: 'lead-1' }),
  ]);
  await send({ channel: 'robot' });
  await send({ channel: 'robot' });
  const [line] = await db.select().from(lines);
  expect(robot.taken).toMatchObject([
    {
      channel: 'robot',
      to: line?.msisdn,
      label: 'Волна: оплата связи',
      text: expect.stringContaining('Оплатите'),
    },
  ]);
  expect(await attempts()).toMatchObject([{ state: 'sent', channel: 'robot' }]);
  await robot.close();
});
