import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { listUploads } from '#db/tenant/queries/attachments.ts';
import { listAttachments, listDrafts } from '#db/tenant/queries/case-detail.ts';
import { getCase, getMessage, listCaseEvents } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { addNote } from './add-note.ts';
import type { ContactInput } from './case-inputs.ts';
import { classifyCase } from './classify-case.ts';
import { closeSolved } from './close-solved.ts';
import { claimReply, recordDelivery } from './deliver-reply.ts';
import { hearSubscriber } from './hear-subscriber.ts';
import { logContact } from './log-contact.ts';
import { mergeCase, unmergeCase } from './merge-case.ts';
import { assignCase, reopenCase, solveCase } from './move-case.ts';
import { sendReply } from './send-reply.ts';
import { snoozeCase } from './snooze-case.ts';
import { takeComplaintStep } from './take-complaint-step.ts';
import { withdrawReply } from './withdraw-reply.ts';

const client: Actor = { userId: 'c', name: 'Заказчик', roles: ['client'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

const eventsOf = async (caseId: string) => (await listCaseEvents(world.db, caseId)).map(({ event }) => event);
const stateOf = async (caseId: string) => (await getCase(world.db, caseId))?.state;
const call = (over: Partial<ContactInput> = {}): ContactInput => ({
  formToken: uuid(),
  channel: 'call',
  direction: 'inbound',
  lineId: world.line.id,
  case: { kind: 'question', subject: 'Не видит остаток пакета' },
  ...over,
});
async function reply(caseId: string, body: string, nextState: 'open' | 'waiting' | 'solved' = 'open') {
  const row = await getCase(world.db, caseId);
  const input = { caseId, body, nextState, formToken: uuid(), seenMessageId: row?.lastMessageId ?? null };
  const sent = await sendReply(world.desk(), input);
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.messageId;
}
async function deliver(messageId: string) {
  await claimReply(world.db, messageId, world.now());
  return recordDelivery(world.db, messageId, { state: 'sent', externalId: messageId }, world.now());
}

test('a call is logged, answered and solved in one step, and once', async () => {
  const wrapUp = { result: 'solved' as const, isSolvedAtFirst: true };
  const input = call({ words: 'Объяснил про команду', wrapUp });
  const [first, second] = [await logContact(world.desk(), input), await logContact(world.desk(), input)];
  expect(first).toEqual(second);
  if (!first.ok) throw new Error(first.error.code);
  expect(await eventsOf(first.value.caseId)).toEqual(['opened', 'assigned', 'answered', 'solved']);
  const row = await getCase(world.db, first.value.caseId);
  expect(row).toMatchObject({ state: 'solved', isSolvedAtFirst: true, assigneeId: 'agent-1' });
  expect(row).toMatchObject({ subscriberId: world.subscriber.id, carrier: world.line.carrier });
});

test('a call that a colleague made himself is kept with all that reached the subscriber', async () => {
  const made = call({ direction: 'outbound', words: 'Перезвонили' });
  await logContact(world.desk(), made);
  await logContact(world.desk(), made);
  await logContact(world.desk(), call());
  const kept = await world.db.select().from(outreachAttempts);
  const own = { purpose: 'answer', channel: 'call', content: 'Перезвонили', by: 'agent-1', state: 'sent' };
  expect(kept).toMatchObject([{ ...own, subscriberId: world.subscriber.id }]);
});

test('a second call joins the case and wakes a solved one', async () => {
  const logged = await logContact(world.desk(), call());
  if (!logged.ok) throw new Error(logged.error.code);
  const { caseId } = logged.value;
  await solveCase(world.desk(), { caseId });
  await logContact(world.desk(), call({ case: { caseId } }));
  expect(await stateOf(caseId)).toBe('open');
  expect(await eventsOf(caseId)).toEqual([
    'opened',
    'assigned',
    'answered',
    'solved',
    'subscriber-wrote',
    'answered',
  ]);
});

test('a mail told twice is one message', async () => {
  const { caseId } = await world.write('Не работает интернет');
  const told = {
    channel: 'email' as const,
    externalId: '<same@example.com>',
    at: world.now(),
    address: 'anna@example.com',
    body: 'Ещё раз',
    caseId,
    opens: { kind: 'question' as const, subject: 'Вопрос' },
  };
  const both = await Promise.all([1, 2].map(() => hearSubscriber(world.db, told, world.now())));
  expect(both.map((heard) => heard.ok && heard.value.messageId)).toEqual(
    Array(2).fill(both[0]?.ok && both[0].value.messageId),
  );
  expect(await eventsOf(caseId)).toEqual(['opened', 'first-message', 'subscriber-wrote']);
});

test('mails and a colleague at the same moment lose nothing', async () => {
  const { caseId } = await world.write('Первое');
  await Promise.all([
    world.write('Второе', caseId),
    world.write('Третье', caseId),
    assignCase(world.desk(), { caseId, userId: 'agent-1' }),
  ]);
  const events = await eventsOf(caseId);
  expect(events.filter((event) => event === 'subscriber-wrote')).toHaveLength(2);
});

test('what is written to a closed case opens a new one', async () => {
  const { caseId } = await world.write('Вопрос');
  await solveCase(world.desk(), { caseId });
  world.pass(8 * 24 * 3_600_000);
  await closeSolved(world.db, world.now());
  expect(await stateOf(caseId)).toBe('closed');
  const heard = await world.write('Снова я', caseId);
  expect(heard).toMatchObject({ isNew: true });
  expect(heard.caseId).not.toBe(caseId);
});

test('a reply moves the case when it is out, not before', async () => {
  const { caseId } = await world.write('Какой у меня тариф?');
  const messageId = await reply(caseId, 'Уточните, пожалуйста, номер', 'waiting');
  expect(await stateOf(caseId)).toBe('new');
  await deliver(messageId);
  expect(await stateOf(caseId)).toBe('waiting');
  await world.write('Мой номер такой', caseId);
  expect(await stateOf(caseId)).toBe('open');
});

test('a held reply is taken back with its text; one that is out is not', async () => {
  const { caseId } = await world.write('Вопрос');
  const [early, late] = [await reply(caseId, 'Поспешил'), await reply(caseId, 'Верно')];
  expect(await withdrawReply(world.desk(), { caseId, messageId: early })).toEqual({
    ok: true,
    value: { body: 'Поспешил' },
  });
  await deliver(early);
  await deliver(late);
  expect((await getMessage(world.db, early))?.state).toBe('withdrawn');
  expect(await withdrawReply(world.desk(), { caseId, messageId: late })).toMatchObject({
    error: { code: 'reply-is-out' },
  });
});

test('what is taken back joins what has been written since, once', async () => {
  const { caseId } = await world.write('Вопрос');
  const drafted = async () => (await listDrafts(world.db, 'agent-1', caseId)).map(({ body }) => body);
  const [first, second] = [await reply(caseId, 'Первое'), await reply(caseId, 'Второе')];
  await withdrawReply(world.desk(), { caseId, messageId: second });
  expect(await drafted()).toEqual(['Второе']);
  await withdrawReply(world.desk(), { caseId, messageId: first });
  await withdrawReply(world.desk(), { caseId, messageId: first });
  expect(await drafted()).toEqual(['Первое\n\nВторое']);
});

test('a reply is claimed by one worker', async () => {
  const { caseId } = await world.write('Вопрос');
  const messageId = await reply(caseId, 'Ответ');
  const claims = await Promise.all([
    claimReply(world.db, messageId, world.now()),
    claimReply(world.db, messageId, world.now()),
  ]);
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a reply over a newer message is shown what came, then goes', async () => {
  const { caseId, messageId } = await world.write('Вопрос');
  await addNote(world.desk(colleague), { caseId, body: 'Уже звонил', mentions: [], formToken: uuid() });
  const newer = await world.write('И ещё вот что', caseId);
  const input = { caseId, body: 'Ответ', nextState: 'open' as const, formToken: uuid() };
  const refused = await sendReply(world.desk(), { ...input, seenMessageId: messageId });
  expect(refused).toMatchObject({
    error: { code: 'newer-messages', messages: [{ author: 'agent-2' }, { author: 'subscriber' }] },
  });
  expect((await sendReply(world.desk(), { ...input, seenMessageId: newer.messageId })).ok).toBe(true);
});

test('the same reply form makes one reply; with another text it is refused', async () => {
  const { caseId, messageId } = await world.write('Вопрос');
  const input = { caseId, body: 'Ответ', nextState: 'open' as const, formToken: uuid() };
  const first = await sendReply(world.desk(), { ...input, seenMessageId: messageId });
  expect(await sendReply(world.desk(), { ...input, seenMessageId: messageId })).toEqual(first);
  const other = { ...input, body: 'Другой', seenMessageId: messageId };
  expect(await sendReply(world.desk(), other)).toMatchObject({ error: { code: 'form-reused' } });
});

test('a merged case hands on what is written to it, and can be taken apart', async () => {
  const [one, two] = [await world.write('Одно'), await world.write('Другое')];
  await mergeCase(world.desk(), { caseId: one.caseId, intoId: two.caseId });
  expect((await world.write('Ещё', one.caseId)).caseId).toBe(two.caseId);
  expect(await mergeCase(world.desk(), { caseId: two.caseId, intoId: one.caseId })).toMatchObject({
    error: { code: 'merge-target' },
  });
  await unmergeCase(world.desk(), one.caseId);
  expect(await stateOf(one.caseId)).toBe('open');
});

test('a reply taken back gives its files back; one that is out keeps them', async () => {
  const { db } = world;
  const { caseId } = await world.write('Пришлите договор');
  const file = { caseId, userId: 'agent-1', name: 'договор.pdf', type: 'application/pdf', sizeBytes: 3 };
  await commit(db, [db.insert(uploads).values({ ...file, id: uuid(), sha256: 'ab', at: world.now() })]);
  const messageId = await reply(caseId, 'Вот он');
  expect(await listAttachments(db, [messageId])).toMatchObject([{ name: 'договор.pdf' }]);
  await withdrawReply(world.desk(), { caseId, messageId });
  expect(await listAttachments(db, [messageId])).toEqual([]);
  expect(await listUploads(db, caseId, 'agent-1')).toMatchObject([file]);
  const again = await reply(caseId, 'Вот он, читайте');
  await claimReply(db, again, world.now());
  await withdrawReply(world.desk(), { caseId, messageId: again });
  expect(await listAttachments(db, [again])).toMatchObject([{ name: 'договор.pdf' }]);
});

test('nobody answers in a case that went into another', async () => {
  const [one, other] = [await world.write('Раз'), await world.write('Два')];
  await mergeCase(world.desk(), { caseId: one.caseId, intoId: other.caseId });
  const input = { caseId: one.caseId, body: 'Чиним', formToken: uuid(), seenMessageId: one.messageId };
  expect(await sendReply(world.desk(), { ...input, nextState: 'open' })).toMatchObject({
    error: { code: 'case-move-not-allowed' },
  });
});

test('what a case is called is changed with what it was', async () => {
  const { caseId } = await world.write('Вопрос');
  await classifyCase(world.desk(), { caseId, priority: 'urgent' });
  const [, , classified] = await listCaseEvents(world.db, caseId);
  expect(classified?.note).toEqual({ before: { priority: 'normal' }, after: { priority: 'urgent' } });
});

test('a snoozed case is woken by a message, and not snoozed into the past', async () => {
  const { caseId } = await world.write('Вопрос');
  expect(await snoozeCase(world.desk(), { caseId, until: new Date(0) })).toMatchObject({
    error: { code: 'date-in-the-past' },
  });
  await snoozeCase(world.desk(), { caseId, until: new Date(world.now().getTime() + 1000) });
  await world.write('Эй', caseId);
  expect((await getCase(world.db, caseId))?.snoozedUntil).toBeNull();
});

test('only a complaint is unpacked as a gift', async () => {
  const { caseId } = await world.write('Жалоба');
  const step = { caseId, step: 'thanks' as const, text: 'Спасибо, что сказали' };
  expect(await takeComplaintStep(world.desk(), step)).toMatchObject({ error: { code: 'not-a-complaint' } });
  await classifyCase(world.desk(), { caseId, kind: 'complaint' });
  expect((await takeComplaintStep(world.desk(), step)).ok).toBe(true);
  expect((await takeComplaintStep(world.desk(), { ...step, text: 'Спасибо вам' })).ok).toBe(true);
});

test.each([
  ['log a contact', () => logContact(world.desk(client), call())],
  ['solve', () => solveCase(world.desk(client), { caseId: uuid() })],
  ['take back', () => withdrawReply(world.desk(client), { caseId: uuid(), messageId: uuid() })],
])('a client company may not %s', async (_what, attempt) => {
  expect(await attempt()).toMatchObject({ error: { code: 'forbidden' } });
});

test('who may not write learns nothing by the token of what others wrote', async () => {
  const { caseId, messageId } = await world.write('Вопрос');
  const note = { caseId, body: 'Звонил', mentions: [], formToken: uuid() };
  const answer = { caseId, body: 'Ответ', nextState: 'open' as const, formToken: uuid() };
  const seen = { ...answer, seenMessageId: messageId };
  expect((await sendReply(world.desk(), seen)).ok).toBe(true);
  expect((await addNote(world.desk(), note)).ok).toBe(true);
  const attempts = [sendReply(world.desk(client), seen), addNote(world.desk(client), note)];
  for (const attempt of attempts) expect(await attempt).toMatchObject({ error: { code: 'forbidden' } });
  const other = { ...seen, caseId: (await world.write('Другой')).caseId };
  expect(await sendReply(world.desk(), other)).toMatchObject({ error: { code: 'form-reused' } });
});

test('a case that is not there is refused', async () => {
  expect(await reopenCase(world.desk(), { caseId: uuid(), reason: 'нет' })).toEqual({
    ok: false,
    error: { code: 'case-not-found' },
  });
});
