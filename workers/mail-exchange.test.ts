import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addNote } from '#app/features/case/add-note.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { commit } from '#db/commit.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { attachments, messages } from '#db/tenant/schema/contact.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { openMailWorld, ownAddress } from '#tests/setup/mail-world.ts';
import { lead } from '#tests/setup/world.ts';

let world: Awaited<ReturnType<typeof openMailWorld>>;
beforeAll(async () => {
  world = await openMailWorld();
  const { db } = world;
  await commit(db, [db.update(subscribers).set({ email: 'anna@mail.example' })]);
});
afterAll(() => world.close());
beforeEach(() => {
  world.smtp.state.taken = [];
  world.smtp.state.mood = null;
  world.smtp.state.tries = 0;
});

let serial = 0;
type Mail = Record<string, string> & { body?: string };
function write({ body = 'Не работает интернет', ...headers }: Mail): string {
  serial += 1;
  const head = {
    From: 'Анна <anna@mail.example>',
    To: ownAddress,
    Subject: 'Вопрос',
    'Message-ID': `<m${serial}@mail.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(head).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
async function receive(mail: Mail) {
  world.imap.deliver(write(mail));
  await world.receive();
  const arrival = (await world.db.select().from(mailArrivals))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  if (!arrival) throw new Error('No mail has arrived.');
  return arrival;
}
const count = async () => (await world.db.select().from(cases)).length;
const desk = () => {
  const { now, databases } = world.services;
  return { db: world.db, control: databases.control, actor: lead, now: now() };
};
async function reply(caseId: string, body = 'Проверяем, ответим через час.') {
  const [row] = await world.db.select().from(cases).where(eq(cases.id, caseId));
  const seenMessageId = row?.lastMessageId ?? null;
  const input = {
    caseId,
    formToken: crypto.randomUUID(),
    body,
    seenMessageId,
    nextState: 'waiting' as const,
  };
  const held = await sendReply(desk(), input);
  if (!held.ok) throw new Error(held.error.code);
  return held.value.messageId;
}
const messageOf = async (id: string) =>
  (await world.db.select().from(messages).where(eq(messages.id, id)))[0];
const headerOf = (text: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';

test('a mail opens a case of its subscriber; an answer to our answer goes on in it', async () => {
  const first = await receive({});
  expect(first).toMatchObject({ state: 'filed', flags: [], fromAddress: 'anna@mail.example' });
  const caseId = first.caseId ?? '';
  const [row] = await world.db.select().from(cases).where(eq(cases.id, caseId));
  expect(row).toMatchObject({ state: 'new', subject: 'Вопрос', channel: 'email', lineId: world.lineId });
  const note = { caseId, formToken: crypto.randomUUID(), body: 'Между нами: он груб', mentions: [] };
  await addNote(desk(), note);
  const messageId = await reply(caseId);
  await world.settle(60_000);
  expect(await messageOf(messageId)).toMatchObject({ state: 'sent' });
  const [sent, ...more] = world.smtp.state.taken;
  expect([sent?.to, sent?.from, more]).toEqual([['anna@mail.example'], ownAddress, []]);
  expect(sent?.text).not.toContain(Buffer.from('Между нами').toString('base64').slice(0, 12));
  const answered = await receive({
    To: headerOf(sent?.text ?? '', 'Reply-To'),
    Subject: 'Re: Вопрос',
    body: 'Спасибо, жду',
  });
  expect(answered).toMatchObject({ state: 'filed', flags: [], caseId });
  const byReference = await receive({
    'In-Reply-To': headerOf(sent?.text ?? '', 'Message-ID'),
    body: 'И ещё',
  });
  expect(byReference.caseId).toBe(caseId);
});

test('a stranger with the mark of a thread gets a case of his own, and reads nothing', async () => {
  const { caseId } = await receive({});
  await reply(caseId ?? '');
  await world.settle(60_000);
  const mark = headerOf(world.smtp.state.taken[0]?.text ?? '', 'Reply-To');
  const eve = await receive({ From: 'eve@evil.example', To: mark, Cc: 'eve2@evil.example' });
  expect(eve).toMatchObject({ state: 'filed', flags: ['stranger-with-token'] });
  expect(eve.caseId).not.toBe(caseId);
  const forged = await receive({
    To: mark,
    'Authentication-Results': 'mx.volna.example; dmarc=fail',
  });
  expect(forged).toMatchObject({ flags: ['sender-refuted'] });
  expect(forged.caseId).not.toBe(caseId);
  const guessed = await receive({ To: 'help+c1.00000000000000000000@volna.example' });
  expect(guessed.caseId).not.toBe(caseId);
  world.smtp.state.taken = [];
  await reply(caseId ?? '', 'Готово');
  await world.settle(60_000);
  expect(world.smtp.state.taken.map(({ to }) => to)).toEqual([['anna@mail.example']]);
});

test('machines open no case and are not answered', async () => {
  const before = await count();
  const notice = await receive({ 'Auto-Submitted': 'auto-replied' });
  const own = await receive({ From: ownAddress });
  expect([notice.state, own.state]).toEqual(['automatic', 'automatic']);
  expect(await count()).toBe(before);
  expect(world.smtp.state.taken).toEqual([]);
});

test('a reply that came back is told in its case', async () => {
  const { caseId } = await receive({});
  const messageId = await reply(caseId ?? '');
  await world.settle(60_000);
  const id = headerOf(world.smtp.state.taken[0]?.text ?? '', 'Message-ID');
  const report = {
    From: 'MAILER-DAEMON@mx.example',
    'Content-Type': 'multipart/report; boundary=b',
    body: `--b\r\n\r\nNo such user\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${id}\r\n\r\n--b--`,
  };
  expect((await receive(report)).state).toBe('automatic');
  expect(await messageOf(messageId)).toMatchObject({ state: 'failed' });
});

test('the same mail twice is one; another mail under its name is another', async () => {
  const before = await count();
  const name = { 'Message-ID': '<same@mail.example>' };
  await receive(name);
  const doubled = await receive({ ...name, Received: 'by another way' });
  const other = await receive({ ...name, body: 'Совсем другое' });
  expect([doubled.state, other.state, other.flags]).toEqual(['doubled', 'filed', ['message-id-reused']]);
  const nameless = { 'Message-ID': '', body: 'Без имени' };
  await receive(nameless);
  world.imap.deliver(write(nameless));
  await world.receive();
  expect(await count()).toBe(before + 3);
});

test('a mail of 50 MB is refused politely, once, and a person sees it', async () => {
  for (let n = 0; n < 2; n += 1) {
    const mail = write({ From: 'big@mail.example', Subject: 'Фото' });
    world.imap.deliver(mail, { sizeBytes: 50 * 1024 * 1024 });
    await world.receive();
  }
  const [one, two, ...more] = await world.db
    .select()
    .from(mailArrivals)
    .where(eq(mailArrivals.state, 'too-large'));
  expect([one?.caseId && two?.caseId, more.length]).toEqual([expect.any(String), 0]);
  expect(world.smtp.state.taken).toMatchObject([{ to: ['big@mail.example'], from: '' }]);
  expect(world.smtp.state.taken[0]?.text).toMatch(/^Auto-Submitted: auto-replied/m);
});

test('a mail that cannot be taken apart is kept and shown whole', async () => {
  const arrival = await receive({ 'X-Long': 'x'.repeat(1_500_000) });
  expect(arrival).toMatchObject({ state: 'unreadable', caseId: expect.any(String) });
  const [file] = await world.db
    .select()
    .from(attachments)
    .where(eq(attachments.messageId, arrival.messageId ?? ''));
  expect(file).toMatchObject({ name: 'mail.eml', sha256: arrival.sha256 });
});

test('whatever breaks while fetching, every mail is there once', async () => {
  const before = await count();
  world.imap.deliver(write({ body: 'один' }));
  world.imap.deliver(write({ body: 'два' }));
  world.imap.breakOnce();
  await expect(world.receive()).rejects.toThrow();
  await world.receive();
  expect(await count()).toBe(before + 2);
  world.imap.renumber();
  await world.receive();
  expect(await count()).toBe(before + 2);
});

test('a page that is attached is a file of no kind', async () => {
  const part = (name: string, body: string) =>
    `--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${body}\r\n`;
  const body = `${part('a.html', '<script>alert(1)</script>')}${part('b.exe', 'MZ')}--b--`;
  const arrival = await receive({ 'Content-Type': 'multipart/mixed; boundary=b', body });
  const files = await world.db
    .select()
    .from(attachments)
    .where(eq(attachments.messageId, arrival.messageId ?? ''));
  expect(files.map(({ name, type, refusedReason }) => [name, type, refusedReason])).toEqual([
    ['a.html', 'application/octet-stream', null],
    ['b.exe', '', 'runs'],
  ]);
});

test('a server that is busy is asked again; one that refuses is believed', async () => {
  const { caseId } = await receive({});
  world.smtp.state.mood = 'busy';
  const messageId = await reply(caseId ?? '');
  await world.settle(20_000);
  expect(await messageOf(messageId)).toMatchObject({ state: 'held' });
  world.smtp.state.mood = null;
  await world.settle(3_600_000);
  expect(await messageOf(messageId)).toMatchObject({ state: 'sent' });
  expect(world.smtp.state.taken).toHaveLength(1);
  world.smtp.state.mood = 'no-such-address';
  const refused = await reply(caseId ?? '', 'Ещё раз');
  await world.settle(60_000);
  expect(await messageOf(refused)).toMatchObject({ state: 'failed' });
});

test('what broke off in the mail is unconfirmed and is never sent again', async () => {
  const { caseId } = await receive({});
  world.smtp.state.mood = 'breaks-in-mail';
  const messageId = await reply(caseId ?? '');
  await world.settle(60_000);
  expect(await messageOf(messageId)).toMatchObject({ state: 'unconfirmed' });
  await world.settle(3_600_000);
  expect(world.smtp.state.tries).toBe(1);
});

test('what a process left behind while it was sending is unconfirmed, and what was withdrawn is not sent', async () => {
  const { caseId } = await receive({});
  const [left, withdrawn] = [await reply(caseId ?? ''), await reply(caseId ?? '', 'Не то')];
  const { db } = world;
  await commit(db, [
    db.update(messages).set({ state: 'sending' }).where(eq(messages.id, left)),
    db.update(messages).set({ state: 'withdrawn' }).where(eq(messages.id, withdrawn)),
  ]);
  await world.settle(3_600_000);
  expect(await messageOf(left)).toMatchObject({ state: 'unconfirmed' });
  expect(await messageOf(withdrawn)).toMatchObject({ state: 'withdrawn' });
  expect(world.smtp.state.tries).toBe(0);
});
