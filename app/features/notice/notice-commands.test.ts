import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { addNote } from '#app/features/case/add-note.ts';
import { followCase } from '#app/features/case/attend-case.ts';
import { claimReply, recordDelivery } from '#app/features/case/deliver-reply.ts';
import { recordBounce } from '#app/features/case/record-bounce.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { answerGoodwill } from '#app/features/goodwill/answer-goodwill.ts';
import { decideForSubscriber } from '#app/features/goodwill/decide-for-subscriber.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { countUnreadNotices, listNotices } from '#db/tenant/queries/notices.ts';
import { seedTime } from '#seeds/factories.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { forgetOldNotices, markAllNotices, markNotice, markNoticesOfCase } from './mark-notices.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
const ofCase = (caseId: string) => ({ caseId, formToken: uuid(), body: 'Посмотри, пожалуйста' });
let world: Awaited<ReturnType<typeof openCaseWorld>>;
let caseId: string;
beforeEach(async () => {
  world = await openCaseWorld();
  const { control } = world.desk();
  const own = { userId: lead.userId, tenantId: world.db.tenantId, role: 'lead' as const };
  await commit(control, [
    control.insert(users).values({ id: lead.userId, email: 'l@e.com', name: lead.name, createdAt: seedTime }),
    control.insert(memberships).values({ id: uuid(), ...own, createdAt: seedTime }),
  ]);
  caseId = (await world.write('Не работает интернет')).caseId;
});

const kindsOf = async (who: Actor) =>
  (await listNotices(world.db, who.userId, 50, null)).map(({ told }) => told.kind);
const unreadOf = (who: Actor) => countUnreadNotices(world.db, who.userId);
const note = (mentions: string[]) => addNote(world.desk(), { ...ofCase(caseId), mentions });

async function reply(): Promise<string> {
  const seenMessageId = (await getCase(world.db, caseId))?.lastMessageId ?? null;
  const sent = await sendReply(world.desk(), { ...ofCase(caseId), seenMessageId, nextState: 'open' });
  if (!sent.ok) throw new Error(sent.error.code);
  await claimReply(world.db, sent.value.messageId, world.now());
  return sent.value.messageId;
}

test('a note tells those it names, and not who wrote it', async () => {
  await note([colleague.userId, agent.userId]);
  expect(await kindsOf(colleague)).toEqual(['mention']);
  expect(await kindsOf(agent)).toEqual([]);
});

test('a note that names somebody who does not serve this client company is not written', async () => {
  const refused = await note([colleague.userId, uuid()]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'mention-not-colleague' } });
  expect(await kindsOf(colleague)).toEqual([]);
});

test('whoever follows a case hears what is written in it, once a message', async () => {
  await followCase(world.desk(colleague), { caseId, follows: true });
  await world.write('Алло?', caseId);
  await note([]);
  const messageId = await reply();
  expect(await kindsOf(colleague)).toEqual(['follow', 'follow']);
  await recordDelivery(world.db, messageId, { state: 'sent', externalId: null }, world.now());
  expect(await kindsOf(colleague)).toEqual(['follow', 'follow', 'follow']);
  await note([colleague.userId]);
  expect(await kindsOf(colleague)).toEqual(['mention', 'follow', 'follow', 'follow']);
  expect(await kindsOf(agent)).toEqual([]);
});

test('whoever has a case hears that its subscriber writes, once though he follows it too', async () => {
  await reply();
  await world.write('Алло?', caseId);
  expect(await kindsOf(agent)).toEqual(['follow']);
  await followCase(world.desk(), { caseId, follows: true });
  await world.write('Вы здесь?', caseId);
  expect(await kindsOf(agent)).toEqual(['follow', 'follow']);
  expect(await kindsOf(colleague)).toEqual([]);
});

test.each(['failed', 'unconfirmed'] as const)('a reply that is %s is told to its author', async (state) => {
  const messageId = await reply();
  await recordDelivery(world.db, messageId, { state, failure: 'refused' }, world.now());
  const [told] = await listNotices(world.db, agent.userId, 50, null);
  expect(told).toMatchObject({ told: { kind: 'reply-failed', messageId, state }, caseId, by: 'worker' });
});

test('a reply that came back is told once, however often the bounce comes', async () => {
  const messageId = await reply();
  await recordDelivery(world.db, messageId, { state: 'sent', externalId: null }, world.now());
  await recordBounce(world.db, messageId, '5.1.1', world.now());
  await recordBounce(world.db, messageId, '5.1.1', world.now());
  expect(await kindsOf(agent)).toEqual(['reply-failed']);
});

test('what is above the budget is told to those who lead, and settled by the first answer', async () => {
  const gift = { formToken: uuid(), kind: 'credit' as const, amountKopecks: 100, reason: 'списали дважды' };
  const desk = { ...world.desk(), timeZone: 'Europe/Moscow' };
  const asked = await decideForSubscriber(desk, { ...gift, caseId });
  if (!asked.ok) throw new Error(asked.error.code);
  expect(await kindsOf(lead)).toEqual(['goodwill-asked']);
  expect(await kindsOf(colleague)).toEqual([]);
  await answerGoodwill(world.desk(lead), { decisionId: asked.value.id, answer: 'approved' });
  expect(await unreadOf(lead)).toBe(0);
  expect(await kindsOf(agent)).toEqual(['goodwill-answered']);
});

test('one is read, all are read up to what was shown, and a case read is told no more', async () => {
  await note([colleague.userId]);
  await note([colleague.userId]);
  const [newest, oldest] = await listNotices(world.db, colleague.userId, 50, null);
  await note([colleague.userId]);
  expect(await markNotice(world.desk(agent), oldest?.id ?? '')).toMatchObject({ ok: false });
  expect(await unreadOf(colleague)).toBe(3);
  await markNotice(world.desk(colleague), oldest?.id ?? '');
  expect(await unreadOf(colleague)).toBe(2);
  await markAllNotices(world.desk(colleague), newest?.id ?? '');
  expect(await unreadOf(colleague)).toBe(1);
  await markNoticesOfCase(world.desk(colleague), caseId);
  expect(await unreadOf(colleague)).toBe(0);
});

test('what is two months old is forgotten', async () => {
  await note([colleague.userId]);
  world.pass(59 * 86_400_000);
  await forgetOldNotices(world.db, world.now());
  expect(await kindsOf(colleague)).toEqual(['mention']);
  world.pass(2 * 86_400_000);
  await forgetOldNotices(world.db, world.now());
  expect(await kindsOf(colleague)).toEqual([]);
});
