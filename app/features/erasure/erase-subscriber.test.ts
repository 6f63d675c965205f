import { readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { searchTermsOf } from '#app/features/subscriber/search-terms.ts';
import { commit } from '#db/commit.ts';
import { getErasure } from '#db/tenant/queries/erasures.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { cases, complaintSteps } from '#db/tenant/schema/case.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { contacts, drafts } from '#db/tenant/schema/contact.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { requests, wireRecords } from '#db/tenant/schema/request.ts';
import { searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { eraseSubscriber } from './erase-subscriber.ts';
import { personalRowsOf } from './personal-data.ts';

const manager: Actor = { userId: 'manager-1', name: 'Мария', roles: ['manager'] };
const asked = { ground: 'demand', paper: 'Заявление № 7', askedOn: '2026-01-05' } as const;
const secret = 'Василиса';

/** A person who left, and who spoke his secret wherever he could. */
async function openErasable() {
  const world = await openCaseWorld();
  const { db, subscriber, line } = world;
  const { caseId } = await world.write(`Меня зовут ${secret}`, undefined, `Письмо от ${secret}`);
  const at = world.now();
  const request: typeof requests.$inferInsert = {
    id: 'r-1',
    number: 1,
    lineId: line.id,
    kind: 'sim.replace',
    subject: 'sim',
    state: 'done',
    version: 3,
    payload: { kind: 'sim.replace', iccid: '8970177777777777777', imsi: '250017777777777' },
    lane: 'interactive',
    carrier: line.carrier,
    carrierAccountId: line.carrierAccountId,
    formToken: 'f',
    formHash: 'h',
    createdBy: 'agent-1',
    createdAt: at,
    changedAt: at,
  };
  const wire = { id: 'w', requestId: 'r-1', at, operation: 'submit', durationMs: 1, sent: secret };
  const attempt: typeof outreachAttempts.$inferInsert = {
    id: 'a-1',
    subscriberId: subscriber.id,
    sequence: 1,
    purpose: 'service',
    channel: 'sms',
    sendKey: 'k',
    address: line.msisdn,
    content: secret,
    timeZone: 'Europe/Moscow',
    state: 'sent',
    by: 'worker',
    at,
  };
  await commit(db, [
    db.update(subscribers).set({
      name: `${secret} Иванова`,
      note: secret,
      email: `${secret}@example.com`,
      postalAddress: `${secret}, 1`,
    }),
    db.insert(searchTerms).values(
      searchTermsOf({
        name: secret,
        contractNumber: subscriber.contractNumber,
        msisdns: [line.msisdn],
      }).map((term) => ({ term, subscriberId: subscriber.id })),
    ),
    db.insert(drafts).values({ userId: 'agent-1', caseId, kind: 'reply', body: secret, savedAt: at }),
    db.insert(complaintSteps).values({ caseId, step: 'apology', text: secret, by: 'agent-1', at }),
    db.insert(ratings).values({ caseId, agentId: 'agent-1', stars: 5, word: secret, solvedAt: at, at }),
    db.insert(requests).values(request),
    db.insert(wireRecords).values(wire),
    db.insert(outreachAttempts).values(attempt),
    db.insert(uploads).values({
      id: 'u',
      caseId,
      userId: 'agent-1',
      name: secret,
      type: 'image/png',
      sizeBytes: 1,
      sha256: 'abc',
      at,
    }),
  ]);
  const left = { kind: 'port-out', on: '2025-12-01', reason: 'price', note: secret } as const;
  const leave = [
    db.update(cases).set({ state: 'closed' }),
    db.insert(departures).values({
      id: 'd',
      lineId: line.id,
      ...left,
      notedBy: 'worker',
      notedAt: at,
    }),
  ] as const;
  const desk = (actor: Actor = manager) => ({ db, actor, now: world.now(), timeZone: 'Europe/Moscow' });
  return { ...world, desk, leave: () => commit(db, [...leave]), caseId };
}

/** Every cell of every table, but of those the law wants kept. */
async function cellsOf(db: Awaited<ReturnType<typeof openErasable>>['db']): Promise<string> {
  const kept = new Set([
    'outbox',
    ...personalRowsOf(db, '').flatMap(({ table, deed }) => (deed === 'kept' ? [getTableName(table)] : [])),
  ]);
  const { rows } = await db.$client.execute("select name from sqlite_master where type = 'table'");
  const names = rows.map(({ name }) => String(name)).filter((name) => !kept.has(name));
  const all = await Promise.all(
    names.map(async (name) => (await db.$client.execute(`select * from "${name}"`)).rows),
  );
  return JSON.stringify(all);
}

test('nothing tells of an erased person but what the law wants kept, and the act says what went', async () => {
  const world = await openErasable();
  const { db, subscriber, line } = world;
  await world.leave();
  const told = [secret, line.msisdn.slice(-10), subscriber.contractNumber, '8970177777777777777', 'anna@'];
  const before = await cellsOf(db);
  expect(told.filter((word) => before.includes(word))).toEqual(told);
  const erased = await eraseSubscriber(world.desk(), subscriber.id, asked);
  const after = await cellsOf(db);
  expect(told.filter((word) => after.includes(word))).toEqual([]);
  const act = await getErasure(db, erased.ok ? erased.value.erasureId : '');
  expect(act?.erasure).toMatchObject({ subscriberId: subscriber.id, by: manager.userId, paper: asked.paper });
  expect(act?.rows).toContainEqual(
    expect.objectContaining({ table: 'wire_records', deed: 'deleted', rows: 1 }),
  );
  expect(act?.rows).toContainEqual(expect.objectContaining({ table: 'messages', deed: 'emptied', rows: 1 }));
  expect(act?.rows).toContainEqual(
    expect.objectContaining({ table: 'outreach_attempts', deed: 'kept', rows: 1 }),
  );
  expect(await db.select().from(contacts)).toHaveLength(1);
  const files = (await db.select().from(outbox)).filter(({ queue }) => queue === 'file-removal');
  expect(files).toMatchObject([{ payload: { hashes: ['abc'] } }]);
});

test('his words are in no byte of the file or its log', async () => {
  const world = await openErasable();
  const { db, subscriber, services } = world;
  await world.leave();
  await commit(db, [db.delete(outreachAttempts)]);
  const file = services.databases.tenantFile(db.tenantId);
  const bytesHold = () => [file, `${file}-wal`].filter((name) => readFileSync(name).includes(secret));
  expect(bytesHold()).not.toEqual([]);
  await eraseSubscriber(world.desk(), subscriber.id, asked);
  expect(bytesHold()).toEqual([]);
});

test('who opened his data stays to be seen', async () => {
  const world = await openErasable();
  const { db, subscriber } = world;
  await world.leave();
  const opened = { id: 'o', at: world.now(), userId: 'agent-1', subscriberId: subscriber.id };
  await commit(db, [db.insert(accessLog).values({ ...opened, field: 'number', reason: 'Перезвонить' })]);
  await eraseSubscriber(world.desk(), subscriber.id, asked);
  expect(await db.select().from(accessLog)).toMatchObject([{ id: 'o', userId: 'agent-1' }]);
});

test('nobody is erased while something is going on with him, and nothing of him is touched', async () => {
  const world = await openErasable();
  const before = await cellsOf(world.db);
  const refused = await eraseSubscriber(world.desk(), world.subscriber.id, asked);
  expect(refused).toEqual({
    ok: false,
    error: { code: 'business-open', obstacles: ['openCases', 'activeLines'] },
  });
  expect(await cellsOf(world.db)).toBe(before);
});

test('he is erased once, by who may, on a paper that is not of tomorrow', async () => {
  const world = await openErasable();
  await world.leave();
  const erase = (actor: Actor, id = world.subscriber.id, input: typeof asked | object = asked) =>
    eraseSubscriber(world.desk(actor), id, { ...asked, ...input });
  const lead: Actor = { ...manager, roles: ['lead'] };
  expect(await erase(lead)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await erase(manager, 'nobody')).toMatchObject({ error: { code: 'subscriber-not-found' } });
  expect(await erase(manager, undefined, { askedOn: '2099-01-01' })).toMatchObject({
    error: { code: 'asked-ahead' },
  });
  const both = await Promise.all([erase(manager), erase(manager)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'erased-already' } });
});
