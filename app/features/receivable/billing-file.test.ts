import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getBillingFile, listRejectsOf } from '#db/tenant/queries/billing.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { billingFiles, journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { bookBillingFile } from './book-billing-file.ts';
import { planBillingFile } from './plan-billing-file.ts';
import { bookReject, dropReject } from './settle-reject.ts';
import { stopBillingFile, takeBillingFile } from './take-billing-file.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Анна Операторова', roles: ['agent'] };
let db: TenantDb;
const desk = (actor = manager) => ({
  db,
  actor,
  now: new Date('2026-11-20T09:00:00Z'),
  timeZone: 'Europe/Moscow',
});
beforeEach(async () => {
  db = (await openTestTenant()).db;
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { contractNumber: 'В-1' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79163334455' })),
  ]);
});

const head = 'Документ;Лицевой счёт;Телефон;Дата;Сумма';
const good = ['П-1;В-1;;19.11.2026;1 250,50', 'П-2;;8 916 333-44-55;2026-11-19;100'];
const bad = [
  'П-3;В-9;;19.11.2026;100',
  'П-4;В-1;;19.11.2026;-100',
  'П-5;В-1;;19.11.2026;100 USD',
  'П-6;В-1;;31.11.2026;100',
  'П-7;В-1;;21.11.2026;100',
  'П-1;В-1;;19.11.2026;1,00',
];
const file = (rows: string[], name = 'oplaty.csv') => ({
  content: 'payments' as const,
  name,
  text: [head, ...rows].join('\r\n'),
});
const take = (rows: string[], name?: string, actor = manager) =>
  takeBillingFile(desk(actor), file(rows, name));
const only = async () => (await db.select().from(billingFiles))[0];
const bookPieces = (fileId: string) =>
  bookBillingFile({ db, now: () => desk().now, timeZone: 'Europe/Moscow' }, fileId);
/** Takes a file in and lets the worker book all of it. */
async function takeWhole(rows: string[]): Promise<string> {
  const taken = await take(rows);
  if (!taken.ok) throw new Error(taken.error.code);
  while ((await bookPieces(taken.value.id)) === 'more');
  return taken.value.id;
}
const count = async () => (await db.select().from(journalEntries)).length;

test('a plan says what would be booked and why the rest would not, and writes nothing', async () => {
  const plan = await planBillingFile(db, file([...good, ...bad]), '2026-11-20');
  expect(plan).toMatchObject({ value: { rows: 8, booked: 2, kopecks: 135_050, known: 0, takenAt: null } });
  expect(plan.ok && plan.value.rejects.map(({ row, reason }) => [row, reason])).toEqual([
    [4, 'unknown-account'],
    [5, 'not-positive'],
    [6, 'unreadable-sum'],
    [7, 'unreadable-date'],
    [8, 'date-in-future'],
    [9, 'entry-differs'],
  ]);
  expect(await count()).toBe(0);
});

test('what can be booked is, and the same file twice changes nothing', async () => {
  expect(await take([...good, ...bad])).toMatchObject({ value: { total: 8, state: 'booking' } });
  await takeWhole([...good, ...bad]);
  expect(await only()).toMatchObject({ rows: 8, booked: 2, known: 0, text: null });
  const before = await db.select().from(receivables);
  expect(await take([...good, ...bad], 'again.csv')).toMatchObject({
    value: { total: 8, booked: 2, rejected: 6, state: 'taken' },
  });
  expect(await count()).toBe(2);
  expect(await db.select().from(receivables)).toEqual(before);
  expect(await db.select().from(billingFiles)).toHaveLength(1);
  expect(await db.select().from(outbox).where(eq(outbox.queue, 'billing-file'))).toHaveLength(1);
});

test('a longer file with the same payments books only what is new', async () => {
  await takeWhole(good);
  const fileId = await takeWhole([...good, 'П-8;В-1;;2026-11-18;1']);
  expect(await getBillingFile(db, fileId)).toMatchObject({ rows: 3, booked: 1, known: 2 });
  expect(await count()).toBe(3);
});

const many = Array.from({ length: 3000 }, (_, n) => `М-${n};В-1;;2026-11-18;1`);

test('a long file is booked piece by piece, and one that was killed in its middle goes on', async () => {
  const taken = await take(many);
  const fileId = taken.ok ? taken.value.id : '';
  expect(await bookPieces(fileId)).toBe('more');
  expect(await only()).toMatchObject({ total: 3000, gone: 2400, booked: 2400, rows: 0 });
  // Died between a piece and the note of how far it came: that piece is booked again.
  await commit(db, [db.update(billingFiles).set({ gone: 2000, booked: 2000 })]);
  expect(await bookPieces(fileId)).toBe('ended');
  expect(await only()).toMatchObject({ gone: 3000, rows: 3000, booked: 3000, known: 0, text: null });
  expect(await count()).toBe(3000);
});

test('a file that is stopped keeps what is booked, and goes on when it is sent again', async () => {
  const taken = await take(many);
  const fileId = taken.ok ? taken.value.id : '';
  await bookPieces(fileId);
  expect(await stopBillingFile(desk(agent), fileId)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await stopBillingFile(desk(), 'other')).toMatchObject({ error: { code: 'billing-file-not-found' } });
  expect(await stopBillingFile(desk(), fileId)).toEqual({ ok: true, value: null });
  expect(await bookPieces(fileId)).toBe('stopped');
  expect(await only()).toMatchObject({ gone: 2400, rows: 0, stoppedBy: 'manager-1' });
  expect(await planBillingFile(db, file(many), '2026-11-20')).toMatchObject({
    value: { booked: 600, known: 2400, takenAt: null },
  });
  await takeWhole(many);
  expect(await only()).toMatchObject({ rows: 3000, booked: 3000, known: 0, stoppedAt: null });
  expect(await count()).toBe(3000);
});

test('the same file sent twice at the same moment is booked once', async () => {
  await Promise.all([take(good), take(good)]);
  const fileId = await takeWhole(good);
  await Promise.all([bookPieces(fileId), bookPieces(fileId)]);
  expect(await count()).toBe(2);
  expect(await db.select().from(billingFiles)).toMatchObject([{ rows: 2, booked: 2, known: 0 }]);
});

test('a row that waits is booked to the account somebody found, or thrown away', async () => {
  const fileId = await takeWhole([...good, ...bad]);
  const found = { fileId, row: 4, account: '', msisdn: '8 916 333-44-55' };
  expect(await bookReject(desk(agent), found)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await bookReject(desk(), { ...found, msisdn: '', account: 'В-8' })).toMatchObject({
    error: { code: 'unknown-account' },
  });
  expect(await bookReject(desk(), found)).toEqual({ ok: true, value: null });
  expect(await bookReject(desk(), found)).toMatchObject({ error: { code: 'reject-not-found' } });
  expect(await bookReject(desk(), { ...found, row: 6 })).toMatchObject({ error: { code: 'unreadable-sum' } });
  expect(await dropReject(desk(), { fileId, row: 6 })).toEqual({ ok: true, value: null });
  expect((await listRejectsOf(db, fileId)).map(({ row }) => row)).toEqual([5, 7, 8, 9]);
  expect(await count()).toBe(3);
});

test.each([
  ['Документ;Сумма\nП-1;5', 'columns-missing'],
  ['Документ;Лицевой счёт;Дата;Сумма', 'file-empty'],
  [`${head}\nП-1;В-1;;2026-11-19;"5`, 'csv-broken'],
])('%j is refused whole: %s', async (text, code) => {
  const input = { content: 'payments' as const, name: 'x.csv', text };
  expect(await takeBillingFile(desk(), input)).toMatchObject({ error: { code } });
  expect(await db.select().from(billingFiles)).toEqual([]);
});

test('who may not book money sends no files', async () => {
  expect(await take(good, 'x.csv', agent)).toMatchObject({ error: { code: 'forbidden' } });
});
