import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Bucket, bucketOf, buckets, daysPastDue, dueDatesOf } from '#app/features/receivable/ageing.ts';
import { bookEntries, mostBookings } from '#app/features/receivable/book-entries.ts';
import { bookEntry } from '#app/features/receivable/ledger.ts';
import { type Booking, blankLedger, inBookingOrder } from '#app/features/receivable/plan-bookings.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import type { TenantDb } from '#db/open.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import {
  charges,
  journalEntries,
  journalPostings,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createDraws } from './draws.ts';
import { generateDebt, type SeededReceivable } from './generate-debt.ts';
import { tenantOf } from './plan.ts';
import { listDebtors, seedDebt, storeDebt } from './seed-debt.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const small = { ...sever, lines: { mts: 40, beeline: 30, megafon: 20 }, requests: 1 };
const now = new Date('2026-11-20T12:00:00Z');
const today = '2026-11-20';

async function openSeeded(): Promise<TenantDb> {
  const { databases } = await openTestTenant();
  await commit(databases.control, [databases.control.insert(tenants).values(tenantOf(small))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(small).id);
  await seedTenant(db, small, ['u1']);
  return db;
}

/** All that follows from the bookings, told without the ids that were drawn for them. */
async function booksOf(db: TenantDb) {
  const { sourceKey, kopecks, sequence, kind, on } = journalEntries;
  const entries = await db
    .select({ sourceKey, kopecks, sequence, kind, on })
    .from(journalEntries)
    .orderBy(sourceKey);
  const { dueOn, openKopecks, settledOn } = charges;
  const bills = await db
    .select({ sourceKey, dueOn, openKopecks, settledOn })
    .from(charges)
    .innerJoin(journalEntries, eq(journalEntries.id, charges.entryId))
    .orderBy(sourceKey);
  const given = await db
    .select({ sourceKey, sum: sql`sum(${settlements.kopecks})` })
    .from(settlements)
    .innerJoin(journalEntries, eq(journalEntries.id, settlements.entryId))
    .groupBy(sourceKey)
    .orderBy(sourceKey);
  const { lineId, balanceKopecks, version, oldestDueOn, nextDueOn } = receivables;
  const { charges: closed, late, lateDays, lastDays, countedUntil } = paymentHabits;
  const owed = await db
    .select({
      lineId,
      balanceKopecks,
      version,
      oldestDueOn,
      nextDueOn,
      closed,
      late,
      lateDays,
      lastDays,
      countedUntil,
    })
    .from(receivables)
    .leftJoin(paymentHabits, eq(paymentHabits.receivableId, receivables.id))
    .orderBy(asc(lineId), asc(version), asc(balanceKopecks));
  return { entries, bills, given, owed };
}

async function bookOneByOne(db: TenantDb, seeded: readonly SeededReceivable[]): Promise<void> {
  const numbers = new Map((await db.select().from(lines)).map(({ id, msisdn }) => [id, msisdn]));
  const bookings = seeded.flatMap(({ debtor, lineId, entries }): Booking[] => {
    const whose = { accountNumber: debtor.contractNumber, msisdn: lineId && (numbers.get(lineId) ?? '') };
    return entries.map((entry) => ({ ...entry, whose }));
  });
  const inOrder = inBookingOrder(bookings);
  for (let from = 0; from < inOrder.length; from += mostBookings) {
    const desk = { db, by: 'm', at: now, today, lane: 'bulk' as const };
    const answer = await bookEntries(desk, inOrder.slice(from, from + mostBookings));
    expect(answer.ok && answer.value.every((one) => one.ok && one.value === 'booked')).toBe(true);
  }
}

test('seeding leaves the rows that booking leaves', async () => {
  const [seededDb, bookedDb] = [await openSeeded(), await openSeeded()];
  const debtors = [
    ...(await listDebtors(seededDb, 'person', 12)),
    ...(await listDebtors(seededDb, 'company', 1)),
  ];
  const seeded = generateDebt(debtors, createDraws(7), today);
  await storeDebt(seededDb, small, seeded, { managerId: 'm', now, today });
  await bookOneByOne(bookedDb, seeded);
  const books = await booksOf(seededDb);
  expect(books.entries.length).toBeGreaterThan(300);
  expect(await booksOf(bookedDb)).toEqual(books);
});

test('every balance is the sum of its journal, and of what is open', async () => {
  const db = await openSeeded();
  await seedDebt(db, small, 'm', now);
  const posted = sql<number>`(select sum(p.kopecks) from journal_postings p join journal_entries e on e.id = p.entry_id
    where e.receivable_id = receivables.id and p.book = 'receivable')`;
  const open = sql<number>`(select sum(open_kopecks) from charges c where c.receivable_id = receivables.id)`;
  const rows = await db.select({ balance: receivables.balanceKopecks, posted, open }).from(receivables);
  expect(rows.length).toBeGreaterThan(50);
  for (const { balance, posted: sum, open: left } of rows) {
    expect(sum).toBe(balance);
    expect(left).toBe(Math.max(0, balance));
  }
  expect(await db.select({ sum: sql`sum(kopecks)` }).from(journalPostings)).toEqual([{ sum: 0 }]);
});

test('there are people at every stage of being late, and most are not', () => {
  const debtors = Array.from({ length: 350 }, (_, index) => {
    const id = `s${index}`;
    return { subscriberId: id, kind: 'person' as const, contractNumber: id, lineIds: [`l${index}`] };
  });
  const ages = generateDebt(debtors, createDraws(71), today).map(({ entries }) => {
    let ledger = blankLedger('r');
    for (const entry of inBookingOrder(entries)) {
      const one = bookEntry(ledger, entry, entry.sourceKey, today);
      if (one.ok) ledger = one.value.ledger;
    }
    return bucketOf(daysPastDue(dueDatesOf(ledger.open, today).oldestDueOn, today));
  });
  const share = (bucket: Bucket) => ages.filter((age) => age === bucket).length / ages.length;
  expect(share('current')).toBeGreaterThan(0.6);
  for (const bucket of buckets) expect(share(bucket)).toBeGreaterThan(0.01);
});
