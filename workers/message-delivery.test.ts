import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimReply, recordDelivery, sendingLeaseMs } from '#app/features/case/deliver-reply.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { getCase, getMessage, listCaseEvents } from '#db/tenant/queries/cases.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { lead, openWorld } from '#tests/setup/world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld('mts', { lines: [] });
});
afterAll(() => world.close());

/** A reply in the cabinet that waits to go out. */
async function reply() {
  const { db, services } = world;
  const now = services.now();
  const heard = await hearSubscriber(
    db,
    {
      channel: 'cabinet',
      externalId: uuid(),
      at: now,
      address: 'anna',
      body: 'Не работает',
      opens: { kind: 'question', subject: 'Вопрос' },
    },
    now,
  );
  if (!heard.ok) throw new Error(heard.error.code);
  const { caseId, messageId: seenMessageId } = heard.value;
  await world.settle(0);
  const input = { caseId, formToken: uuid(), body: 'Чиним', seenMessageId, nextState: 'waiting' as const };
  const sent = await sendReply({ db, actor: lead, now }, input);
  if (!sent.ok) throw new Error(sent.error.code);
  return { caseId, messageId: sent.value.messageId };
}

test.each([
  ['its case kept changing', 'UNIQUE constraint failed: case_events.version'],
  ['the disk was full', 'full'],
])('a reply whose outcome could not be written, for %s, is told of later', async (_why, fault) => {
  const { messageId } = await reply();
  await world.db.run(sql`update outbox set attempts = 30 where queue = 'message-delivery'`);
  const message = sql.raw(`'${fault}'`);
  await world.db.run(sql`create trigger faulty before insert on case_events
    when new.event = 'asked-subscriber' begin select raise(abort, ${message}); end`);
  await world.settle(60_000);
  expect(await getMessage(world.db, messageId)).toMatchObject({ state: 'sending' });
  await world.db.run(sql`drop trigger faulty`);
  await world.settle(sendingLeaseMs + 60_000);
  expect(await getMessage(world.db, messageId)).toMatchObject({ state: 'unconfirmed', failure: 'broke-off' });
  expect(await world.db.select().from(outbox)).toEqual([]);
});

test('a second worker leaves a reply alone that the first still sends', async () => {
  const { caseId, messageId } = await reply();
  const { db, services } = world;
  await claimReply(db, messageId, services.now());
  await world.settle(60_000);
  expect(await getMessage(db, messageId)).toMatchObject({ state: 'sending', failure: null });
  await recordDelivery(db, messageId, { state: 'sent', externalId: null }, services.now());
  await world.settle(sendingLeaseMs);
  expect(await getMessage(db, messageId)).toMatchObject({ state: 'sent', failure: null });
  const events = (await listCaseEvents(db, caseId)).map(({ event }) => event);
  expect(events).not.toContain('reply-unconfirmed');
});

test('that it was sent is told even after it was given up', async () => {
  const { caseId, messageId } = await reply();
  const { db, services } = world;
  await claimReply(db, messageId, services.now());
  await world.settle(sendingLeaseMs + 60_000);
  expect(await getMessage(db, messageId)).toMatchObject({ state: 'unconfirmed' });
  await recordDelivery(db, messageId, { state: 'sent', externalId: null }, services.now());
  expect(await getMessage(db, messageId)).toMatchObject({ state: 'sent', failure: null });
  expect(await getCase(db, caseId)).toMatchObject({ state: 'waiting' });
});
