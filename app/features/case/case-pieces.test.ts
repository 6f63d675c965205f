import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { getCase, getMessage } from '#db/tenant/queries/cases.ts';
import { listAddressesOfCase } from '#db/tenant/queries/mail.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeSubscriber } from '#seeds/factories.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { addNote } from './add-note.ts';
import type { ContactInput } from './case-inputs.ts';
import { logContact } from './log-contact.ts';
import { mergeCase, splitCase } from './merge-case.ts';

let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

test('a split case takes its messages along', async () => {
  const { caseId } = await world.write('Два вопроса: раз');
  const second = await world.write('И два', caseId);
  const split = await splitCase(world.desk(), { caseId, messageIds: [second.messageId], subject: 'Два' });
  if (!split.ok) throw new Error(split.error.code);
  expect((await getMessage(world.db, second.messageId))?.caseId).toBe(split.value.id);
  expect((await getCase(world.db, split.value.id))?.subscriberId).toBe(world.subscriber.id);
  expect(await listAddressesOfCase(world.db, split.value.id)).toContain('anna@example.com');
});

test('no message of another case is split off, and none twice', async () => {
  const { caseId } = await world.write('Два вопроса: раз');
  const { messageId } = await world.write('И два', caseId);
  const other = await world.write('Чужое');
  const split = (messageIds: string[]) => splitCase(world.desk(), { caseId, messageIds, subject: 'Два' });
  const refused = { error: { code: 'message-not-found' } };
  expect(await split([messageId, other.messageId])).toMatchObject(refused);
  expect(await split([messageId])).toMatchObject({ ok: true });
  expect(await split([messageId])).toMatchObject(refused);
});

test('what one subscriber wrote goes into no other’s case, and into nobody’s', async () => {
  const { db } = world;
  const other = makeSubscriber(2);
  const [own, others, nobodys] = [
    await world.write('Моё'),
    await world.write('Чужое'),
    await world.write('?'),
  ];
  const give = (caseId: string, subscriberId: string | null) =>
    db.update(cases).set({ subscriberId }).where(eq(cases.id, caseId));
  await commit(db, [
    db.insert(subscribers).values(other),
    give(others.caseId, other.id),
    give(nobodys.caseId, null),
  ]);
  const merge = (from: typeof own, into: typeof own) =>
    mergeCase(world.desk(), { caseId: from.caseId, intoId: into.caseId });
  const refused = { error: { code: 'merge-subscribers' } };
  expect(await merge(own, others)).toMatchObject(refused);
  expect(await merge(own, nobodys)).toMatchObject(refused);
  expect(await merge(nobodys, own)).toMatchObject({ ok: true });
  expect((await getCase(db, others.caseId))?.state).toBe('new');
});

test('a note sent twice at once is one; another text under its token is refused, not swallowed', async () => {
  const { caseId } = await world.write('Вопрос');
  const note = { caseId, formToken: uuid(), body: 'Звонил, занято', mentions: [] };
  const [first, second] = await Promise.all([addNote(world.desk(), note), addNote(world.desk(), note)]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await addNote(world.desk(), { ...note, body: 'Дозвонился' })).toMatchObject({
    error: { code: 'form-reused' },
  });
});

test('a call the exchange told of is logged once, however often its form is sent at once', async () => {
  const { db } = world;
  const told = { channel: 'call' as const, direction: 'inbound' as const, agentId: 'agent-1' };
  const times = { startedAt: world.now(), createdAt: world.now() };
  const id = uuid();
  const row = { id, ...told, ...times, lineId: world.line.id, externalId: 'pbx-1' };
  await commit(db, [db.insert(contacts).values(row)]);
  const before = (await db.select().from(cases)).length;
  const input: ContactInput = {
    formToken: uuid(),
    channel: 'call',
    direction: 'inbound',
    lineId: world.line.id,
    case: { kind: 'question', subject: 'Не видит остаток пакета' },
  };
  const [first, second] = await Promise.all([
    logContact(world.desk(), input),
    logContact(world.desk(), input),
  ]);
  expect(first).toMatchObject({ ok: true, value: { contactId: id } });
  expect(second).toEqual(first);
  expect((await db.select().from(cases)).length).toBe(before + 1);
});
