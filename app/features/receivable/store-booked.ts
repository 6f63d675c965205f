import { eq, sql } from 'drizzle-orm';
import type { PaymentHabit } from '#app/features/prediction/payment-habit.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { KnownPlaces } from '#db/tenant/queries/receivables.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import {
  billingAccounts,
  charges,
  journalEntries,
  journalPostings,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { dueDatesOf } from './ageing.ts';
import type { Booked, ChargeChange, Ledger } from './ledger.ts';
import type { OpenCharge, Settlement } from './settle.ts';

export type BookedBy = { by: string; at: Date; today: string };

/** Accounts and receivables to which nothing was booked before. */
export function storeOpened(
  db: TenantDb,
  opened: Pick<KnownPlaces, 'accounts' | 'receivables'>,
  at: Date,
): Statement[] {
  const accountRows = opened.accounts.map((account) => ({ ...account, createdAt: at }));
  const rows = opened.receivables.map((one) => ({ ...one, balanceKopecks: 0, version: 0, changedAt: at }));
  return [
    ...(accountRows.length > 0 ? [db.insert(billingAccounts).values(accountRows)] : []),
    ...(rows.length > 0 ? [db.insert(receivables).values(rows)] : []),
  ];
}

/** What was booked, in the order it was booked in: the journal, its charges, and the receivables after it. */
export function storeBooked(db: TenantDb, all: readonly Booked[], booked: BookedBy): Statement[] {
  if (all.length === 0) return [];
  const { entries, postings, chargeRows, changed, given } = rowsOf(all, booked);
  const last = new Map(all.map(({ ledger }) => [ledger.receivableId, ledger]));
  return [
    db.insert(journalEntries).values(entries),
    db.insert(journalPostings).values(postings),
    ...(chargeRows.length > 0 ? [db.insert(charges).values(chargeRows)] : []),
    ...changed.map((one) => changeCharge(db, one)),
    ...(given.length > 0 ? [storeSettlements(db, given)] : []),
    ...[...last.values()].map((ledger) => changeReceivable(db, ledger, booked)),
  ];
}

/** The rows of some bookings, each charge as it stands after the last of them. */
export function rowsOf(all: readonly Booked[], { by, at }: Omit<BookedBy, 'today'>) {
  const fresh = new Map<string, OpenCharge & { receivableId: string; settledOn: string | null }>();
  const old = new Map<string, ChargeChange>();
  for (const { newCharge, changedCharges, entry } of all) {
    if (newCharge)
      fresh.set(newCharge.id, { ...newCharge, receivableId: entry.receivableId, settledOn: null });
    for (const change of changedCharges) {
      const own = fresh.get(change.id);
      if (own) fresh.set(change.id, { ...own, ...change });
      else old.set(change.id, change);
    }
  }
  return {
    entries: all.map(({ entry }) => ({ ...entry, bookedBy: by, bookedAt: at })),
    postings: all.flatMap((one) => one.postings.map((posting) => ({ entryId: one.entry.id, ...posting }))),
    chargeRows: [...fresh.values()].map(({ id, ...charge }) => ({ entryId: id, ...charge })),
    changed: [...old.values()],
    given: sumUp(all.flatMap((one) => one.settlements)),
  };
}

function sumUp(all: readonly Settlement[]) {
  const sums = new Map<string, { entryId: string; chargeId: string; kopecks: number }>();
  for (const { creditId, chargeId, kopecks } of all) {
    const key = `${creditId} ${chargeId}`;
    const before = sums.get(key)?.kopecks ?? 0;
    sums.set(key, { entryId: creditId, chargeId, kopecks: before + kopecks });
  }
  return [...sums.values()];
}

const habitAsCounted = {
  charges: sql`excluded.charges`,
  late: sql`excluded.late`,
  lateDays: sql`excluded.late_days`,
  lastDays: sql`excluded.last_days`,
  chargedKopecks: sql`excluded.charged_kopecks`,
  firstDueOn: sql`excluded.first_due_on`,
  countedUntil: sql`excluded.counted_until`,
};

export function storeHabits(db: TenantDb, habits: ReadonlyMap<string, PaymentHabit>): Statement[] {
  if (habits.size === 0) return [];
  const rows = [...habits].map(([receivableId, habit]) => ({ receivableId, ...habit }));
  const inserted = db.insert(paymentHabits).values(rows);
  return [inserted.onConflictDoUpdate({ target: paymentHabits.receivableId, set: habitAsCounted })];
}

function storeSettlements(db: TenantDb, rows: (typeof settlements.$inferInsert)[]): Statement {
  return db
    .insert(settlements)
    .values(rows)
    .onConflictDoUpdate({
      target: [settlements.entryId, settlements.chargeId],
      set: { kopecks: sql`${settlements.kopecks} + excluded.kopecks` },
    });
}

function changeCharge(db: TenantDb, { id, ...change }: ChargeChange): Statement {
  return db.update(charges).set(change).where(eq(charges.entryId, id));
}

function changeReceivable(db: TenantDb, ledger: Ledger, { at, today }: BookedBy): Statement {
  const { receivableId, balanceKopecks, version } = ledger;
  return db
    .update(receivables)
    .set({ balanceKopecks, version, changedAt: at, ...dueDatesOf(ledger.open, today) })
    .where(eq(receivables.id, receivableId));
}
