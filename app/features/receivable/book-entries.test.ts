import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import {
  billingAccounts,
  charges,
  journalEntries,
  journalPostings,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { bookEntries } from './book-entries.ts';
import type { Booking } from './plan-bookings.ts';

const msisdn = '+79163334455';
let db: TenantDb;
beforeEach(async () => {
  db = (await openTestTenant()).db;
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { contractNumber: 'В-1' })),
    db.insert(lines).values(makeLine(1, { msisdn })),
  ]);
});

const desk = (today = '2026-11-20') => {
  return { db, by: 'billing', at: new Date(`${today}T09:00:00Z`), today, lane: 'bulk' as const };
};
function told(kind: Booking['kind'], amountKopecks: number, over: Partial<Booking> = {}): Booking {
  const whose = { accountNumber: null, msisdn };
  const origin = { source: 'file', sourceKey: `${kind}-1`, fileId: null, note: null } as const;
  return { ...origin, kind, amountKopecks, on: '2026-11-01', dueOn: null, whose, ...over };
}
async function book(...bookings: Booking[]) {
  const result = await bookEntries(desk(), bookings);
  return result.ok ? result.value.map((one) => (one.ok ? one.value : one.error.code)) : [result.error.code];
}

test('charges and payments open an account, are settled and wake the ladder once', async () => {
  const due = { dueOn: '2026-11-15' };
  expect(await book(told('payment', 300, { on: '2026-11-18' }), told('charge', 500, due))).toEqual([
    'booked',
    'booked',
  ]);
  expect(await db.select().from(billingAccounts)).toMatchObject([{ number: 'В-1' }]);
  expect(await db.select().from(receivables)).toMatchObject([
    { lineId: makeLine(1).id, balanceKopecks: 200, oldestDueOn: '2026-11-15', nextDueOn: null, version: 2 },
  ]);
  expect(await db.select().from(charges)).toMatchObject([{ openKopecks: 200, settledOn: null, ...due }]);
  expect(await db.select().from(settlements)).toMatchObject([{ kopecks: 300 }]);
  expect(await db.select().from(outbox)).toMatchObject([{ queue: 'debt-react' }]);
});

test('the same payment told twice, in one batch or later, changes nothing', async () => {
  expect(await book(told('payment', 300), told('payment', 300))).toEqual(['booked', 'known']);
  const before = await db.select().from(receivables);
  expect(await book(told('payment', 300))).toEqual(['known']);
  expect(await db.select().from(receivables)).toEqual(before);
  expect(await db.select().from(journalEntries)).toHaveLength(1);
});

test('the same name with another sum, or of somebody else, is refused', async () => {
  const account = { whose: { accountNumber: 'В-1', msisdn: null } };
  await book(told('payment', 300));
  expect(await book(told('payment', 301), told('payment', 300, account))).toEqual([
    'entry-differs',
    'entry-differs',
  ]);
});

test('what cannot be booked holds up nothing else and opens no account', async () => {
  const nobody = { sourceKey: 'x', whose: { accountNumber: 'В-9', msisdn: null } };
  const future = { sourceKey: 'y', on: '2026-11-21', whose: { accountNumber: 'В-1', msisdn: null } };
  expect(
    await book(
      told('payment', 5, nobody),
      told('payment', 5, future),
      told('payment', -5),
      told('charge', 5),
    ),
  ).toEqual(['unknown-account', 'date-in-future', 'not-positive', 'booked']);
  expect(await db.select().from(receivables)).toHaveLength(1);
});

test('credit of an earlier batch goes to a later charge, and what is left of it to the next', async () => {
  await book(told('payment', 1000));
  await book(told('charge', 700, { sourceKey: 'c1', dueOn: '2026-11-15' }));
  await book(told('charge', 700, { sourceKey: 'c2', dueOn: '2026-12-15' }));
  const open = db.select({ open: charges.openKopecks }).from(charges).orderBy(asc(charges.dueOn));
  expect(await open).toEqual([{ open: 0 }, { open: 400 }]);
  expect(await db.select().from(receivables)).toMatchObject([
    { balanceKopecks: 400, oldestDueOn: '2026-12-15', nextDueOn: '2026-12-15' },
  ]);
});

test('twenty writers at once lose nothing', async () => {
  await book(told('charge', 1000, { dueOn: '2026-11-15' }));
  const at = Array.from({ length: 20 }, (_, index) =>
    bookEntries(desk(), [told('payment', 10, { sourceKey: `p${index % 15}` })]),
  );
  const answers = await Promise.all(at);
  let known = 0;
  for (const [index, answer] of answers.entries()) {
    // Who lost five times tells it again.
    const last = answer.ok
      ? answer
      : await bookEntries(desk(), [told('payment', 10, { sourceKey: `p${index % 15}` })]);
    if (last.ok && last.value[0]?.ok && last.value[0].value === 'known') known += 1;
  }
  expect(known).toBe(5);
  expect(await db.select().from(receivables)).toMatchObject([{ balanceKopecks: 850, version: 16 }]);
  expect(await db.select().from(charges)).toMatchObject([{ openKopecks: 850 }]);
});

test('the books agree with the journal', async () => {
  await book(
    told('charge', 900, { dueOn: '2026-11-15' }),
    told('adjustment', -100),
    told('write_off', 50),
    told('payment', 1000),
  );
  const [posted] = await db
    .select({ sum: sql<number>`sum(kopecks)` })
    .from(journalPostings)
    .where(eq(journalPostings.book, 'receivable'));
  expect(posted?.sum).toBe(-250);
  expect(await db.select().from(receivables)).toMatchObject([{ balanceKopecks: -250 }]);
  expect(await db.select({ sum: sql`sum(kopecks)` }).from(journalPostings)).toEqual([{ sum: 0 }]);
});

test('how he pays is counted as his charges close', async () => {
  await book(told('charge', 500, { dueOn: '2026-11-10' }), told('payment', 200, { on: '2026-11-05' }));
  expect(await db.select().from(paymentHabits)).toEqual([]);
  await book(told('payment', 300, { sourceKey: 'rest', on: '2026-11-13' }));
  expect(await db.select().from(paymentHabits)).toMatchObject([
    { charges: 1, late: 1, lateDays: 3, lastDays: [3], chargedKopecks: 500, firstDueOn: '2026-11-10' },
  ]);
});
