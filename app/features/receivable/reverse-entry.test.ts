import { asc } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listJournal } from '#db/tenant/queries/journal.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import { charges, journalPostings, receivables, settlements } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { bookByHand, type HandEntryInput } from './book-by-hand.ts';
import { bookEntries } from './book-entries.ts';
import { reverseEntry } from './reverse-entry.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Анна Операторова', roles: ['agent'] };
let db: TenantDb;
let receivableId: string;
const desk = (actor = manager) => ({
  db,
  actor,
  now: new Date('2026-11-20T09:00:00Z'),
  timeZone: 'Europe/Moscow',
});

beforeEach(async () => {
  db = (await openTestTenant()).db;
  await commit(db, [db.insert(subscribers).values(makeSubscriber(1, { contractNumber: 'В-1' }))]);
  for (const [key, dueOn, kopecks] of [
    ['oct', '2026-10-20', 500],
    ['nov', '2026-11-25', 300],
  ] as const)
    await charge(key, dueOn, kopecks);
  receivableId = (await db.select().from(receivables))[0]?.id ?? '';
});

function charge(sourceKey: string, dueOn: string, amountKopecks: number) {
  const today = '2026-11-20';
  const by = { db, by: 'billing', at: new Date(`${today}T09:00:00Z`), today, lane: 'bulk' as const };
  const whose = { accountNumber: 'В-1', msisdn: null };
  const origin = { source: 'file', sourceKey, fileId: null, on: '2026-10-01', note: null } as const;
  return bookEntries(by, [{ ...origin, kind: 'charge', amountKopecks, dueOn, whose }]);
}
function byHand(over: Partial<HandEntryInput>, actor = manager) {
  const form = {
    formToken: uuid(),
    kind: 'payment' as const,
    amountKopecks: 600,
    on: '2026-11-19',
    note: '',
  };
  return bookByHand(desk(actor), { ...form, ...over, receivableId });
}
const open = async () =>
  (await db.select().from(charges).orderBy(asc(charges.dueOn))).map(({ openKopecks }) => openKopecks);
const balance = async () => (await db.select().from(receivables))[0]?.balanceKopecks;
async function entryOf(kind: string, place = 0) {
  const all = await listJournal(db, receivableId);
  return all.filter(({ entry }) => entry.kind === kind)[place]?.entry.id ?? '';
}
const undo = (entryId: string, actor = manager) =>
  reverseEntry(desk(actor), { receivableId, entryId, reason: 'Чужой платёж' });

test('a payment by hand is booked once, and taken back it opens what it had settled', async () => {
  const form = { formToken: uuid() };
  await byHand(form);
  await byHand(form);
  expect([await open(), await balance()]).toEqual([[0, 200], 200]);
  expect(await undo(await entryOf('payment'))).toMatchObject({ ok: true });
  expect([await open(), await balance()]).toEqual([[500, 300], 800]);
  const [row] = await db.select().from(receivables);
  expect(row).toMatchObject({ oldestDueOn: '2026-10-20', nextDueOn: '2026-11-25', version: 4 });
  const posted = await db.select().from(journalPostings);
  expect(posted.reduce((sum, { kopecks }) => sum + kopecks, 0)).toBe(0);
});

test('a charge taken back frees what had paid it for the next one', async () => {
  await byHand({});
  expect(await undo(await entryOf('charge', 1))).toMatchObject({ ok: true });
  expect([await open(), await balance()]).toEqual([[0, 0], -300]);
  await charge('dec', '2026-12-25', 1000);
  expect([await open(), await balance()]).toEqual([[0, 0, 700], 700]);
});

test('of a payment taken back nothing is left for a later charge', async () => {
  await byHand({ amountKopecks: 5000 });
  await undo(await entryOf('payment'));
  await charge('dec', '2026-12-25', 1000);
  expect([await open(), await balance()]).toEqual([[500, 300, 1000], 1800]);
  const given = await db.select().from(settlements);
  expect(given.every(({ kopecks }) => kopecks === 0)).toBe(true);
});

test('of two payments ahead only the one that still stands pays the next charge', async () => {
  await byHand({ amountKopecks: 5000 });
  await byHand({ amountKopecks: 1000 });
  await undo(await entryOf('payment', 1));
  expect([await open(), await balance()]).toEqual([[0, 0], -200]);
  await charge('dec', '2026-12-25', 1000);
  expect([await open(), await balance()]).toEqual([[0, 0, 800], 800]);
});

test('nothing is taken back twice, nor a reversal itself', async () => {
  await byHand({});
  const entryId = await entryOf('payment');
  const both = await Promise.all([undo(entryId), undo(entryId)]);
  expect(both.map((one) => (one.ok ? 'done' : one.error.code)).toSorted()).toEqual([
    'done',
    'entry-reversed',
  ]);
  expect(await undo(await entryOf('reversal'))).toMatchObject({ error: { code: 'entry-is-reversal' } });
  expect(await undo(uuid())).toMatchObject({ error: { code: 'entry-not-found' } });
  expect(await reverseEntry(desk(), { receivableId: 'r9', entryId, reason: 'нет' })).toMatchObject({
    error: { code: 'entry-not-found' },
  });
});

test('who may not book money is refused, and so is money of tomorrow', async () => {
  expect(await byHand({}, agent)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await undo(await entryOf('charge'), agent)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await byHand({ on: '2026-11-21' })).toMatchObject({ error: { code: 'date-in-future' } });
  expect(await byHand({ amountKopecks: -1 })).toMatchObject({ error: { code: 'not-positive' } });
  expect(await byHand({ kind: 'adjustment', amountKopecks: -100, note: 'Перерасчёт' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await balance()).toBe(700);
});

const habit = async () => (await db.select().from(paymentHabits))[0];

test('a charge that a bounced payment opens again counts once in how he pays: when it is paid at last', async () => {
  await byHand({ amountKopecks: 500, on: '2026-10-15' });
  expect(await habit()).toMatchObject({ charges: 1, late: 0, lastDays: [-5], chargedKopecks: 500 });
  await undo(await entryOf('payment'));
  expect(await habit()).toBeUndefined();
  await byHand({ amountKopecks: 800, on: '2026-11-19' });
  expect(await habit()).toMatchObject({ charges: 2, late: 1, lastDays: [-6, 30], chargedKopecks: 800 });
  await undo(await entryOf('payment'));
  await byHand({ amountKopecks: 800, on: '2026-11-20' });
  expect(await habit()).toMatchObject({ charges: 2, late: 1, lastDays: [-5, 31], chargedKopecks: 800 });
});

test('a settled charge that is taken back says nothing any more; what is freed of it settles others', async () => {
  await byHand({ amountKopecks: 500, on: '2026-10-15' });
  const all = await listJournal(db, receivableId);
  const oldest = all.find(({ entry }) => entry.sourceKey === 'oct')?.entry.id ?? '';
  await undo(oldest);
  expect(await habit()).toMatchObject({ charges: 1, late: 0, lastDays: [-5], chargedKopecks: 300 });
});
