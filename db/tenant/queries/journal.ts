import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TenantDb } from '../../open.ts';
import {
  balanceReadings,
  billingAccounts,
  charges,
  debtDisputes,
  journalEntries,
  journalPostings,
  receivables,
  settlements,
} from '../schema/receivable.ts';

export type DebtDisputeRow = typeof debtDisputes.$inferSelect;

const mostListed = 300;

/** A receivable with whose it is. */
export async function getReceivable(db: TenantDb, id: string) {
  const [row] = await db
    .select({
      receivable: receivables,
      accountNumber: billingAccounts.number,
      subscriberId: billingAccounts.subscriberId,
    })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .where(eq(receivables.id, id));
  return row ? { ...row.receivable, accountNumber: row.accountNumber, subscriberId: row.subscriberId } : null;
}

/** The newest first, each with the entry that took it back and, of a charge, what is open of it. */
export function listJournal(db: TenantDb, receivableId: string) {
  const reversals = alias(journalEntries, 'reversals');
  const { dueOn, openKopecks } = charges;
  return db
    .select({ entry: journalEntries, reversedBy: reversals.id, dueOn, openKopecks })
    .from(journalEntries)
    .leftJoin(reversals, eq(reversals.reverses, journalEntries.id))
    .leftJoin(charges, eq(charges.entryId, journalEntries.id))
    .where(eq(journalEntries.receivableId, receivableId))
    .orderBy(desc(journalEntries.sequence))
    .limit(mostListed)
    .all();
}

export function listOpenCharges(db: TenantDb, receivableId: string) {
  const { entryId, dueOn, kopecks, openKopecks } = charges;
  return db
    .select({ id: entryId, dueOn, kopecks, openKopecks })
    .from(charges)
    .where(and(eq(charges.receivableId, receivableId), gt(openKopecks, 0)))
    .orderBy(asc(dueOn))
    .all();
}

/** What the carrier last said of a line's own balance, and when; `null`: nothing yet. */
export async function getLastReading(db: TenantDb, lineId: string) {
  const [row] = await db
    .select()
    .from(balanceReadings)
    .where(eq(balanceReadings.lineId, lineId))
    .orderBy(desc(balanceReadings.at))
    .limit(1);
  return row ?? null;
}

/** An entry with its postings, and whether it was taken back. */
export async function getEntry(db: TenantDb, id: string) {
  const [row] = await db.select().from(journalEntries).where(eq(journalEntries.id, id));
  if (!row) return null;
  const { book, kopecks } = journalPostings;
  const postings = await db
    .select({ book, kopecks })
    .from(journalPostings)
    .where(eq(journalPostings.entryId, id));
  const [reversal] = await db
    .select({ id: journalEntries.id })
    .from(journalEntries)
    .where(eq(journalEntries.reverses, id));
  const { dueOn, settledOn } = charges;
  const [charge] = await db.select({ dueOn, settledOn }).from(charges).where(eq(charges.entryId, id));
  const due = { dueOn: charge?.dueOn ?? null, settledOn: charge?.settledOn ?? null };
  return { ...row, postings, isReversed: reversal !== undefined, ...due };
}

/** The charges that a credit went to, as they stand, with how much each got of it. */
export async function listPaidBy(db: TenantDb, creditId: string) {
  const { entryId, dueOn, kopecks, openKopecks, settledOn } = charges;
  const rows = await db
    .select({ id: entryId, dueOn, kopecks, openKopecks, settledOn, part: settlements.kopecks })
    .from(settlements)
    .innerJoin(charges, eq(charges.entryId, settlements.chargeId))
    .where(and(eq(settlements.entryId, creditId), ne(settlements.kopecks, 0)));
  return rows.map(({ part, settledOn: on, ...charge }) => ({ charge, settledOn: on, kopecks: part }));
}

/** The credits that went to a charge, with how much each gave and what of each is free. */
export async function listPayersOf(db: TenantDb, chargeId: string) {
  const given = sql<number>`(select coalesce(sum(s.kopecks), 0) from settlements s where s.entry_id = ${journalEntries.id})`;
  const { id, sequence, kopecks } = journalEntries;
  const rows = await db
    .select({ id, sequence, kopecks, given, part: settlements.kopecks })
    .from(settlements)
    .innerJoin(journalEntries, eq(id, settlements.entryId))
    .where(and(eq(settlements.chargeId, chargeId), ne(settlements.kopecks, 0), lt(kopecks, 0)));
  return rows.map(({ part, ...row }) => ({
    credit: { id: row.id, sequence: row.sequence, freeKopecks: -row.kopecks - row.given },
    kopecks: part,
  }));
}

export async function getDebtDispute(db: TenantDb, id: string): Promise<DebtDisputeRow | null> {
  const [row] = await db.select().from(debtDisputes).where(eq(debtDisputes.id, id));
  return row ?? null;
}

/** The open one of a receivable. */
export async function getOpenDispute(db: TenantDb, receivableId: string): Promise<DebtDisputeRow | null> {
  const [row] = await db
    .select()
    .from(debtDisputes)
    .where(and(eq(debtDisputes.receivableId, receivableId), isNull(debtDisputes.closedAt)));
  return row ?? null;
}

/** The newest first. */
export function listDebtDisputes(db: TenantDb, receivableId: string): Promise<DebtDisputeRow[]> {
  return db
    .select()
    .from(debtDisputes)
    .where(eq(debtDisputes.receivableId, receivableId))
    .orderBy(desc(debtDisputes.openedAt))
    .limit(mostListed)
    .all();
}

/** Whether any of a subscriber's debts is disputed now. */
export async function hasOpenDispute(db: TenantDb, subscriberId: string): Promise<boolean> {
  const ofSubscriber = db
    .select({ id: receivables.id })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .where(eq(billingAccounts.subscriberId, subscriberId));
  const rows = await db
    .select({ id: debtDisputes.id })
    .from(debtDisputes)
    .where(and(isNull(debtDisputes.closedAt), inArray(debtDisputes.receivableId, ofSubscriber)))
    .limit(1);
  return rows.length > 0;
}
