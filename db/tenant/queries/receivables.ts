import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TenantDb } from '../../open.ts';
import { paymentHabits } from '../schema/prediction.ts';
import { billingAccounts, charges, journalEntries, receivables, settlements } from '../schema/receivable.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type ReceivableRow = typeof receivables.$inferSelect;
export type AccountRow = typeof billingAccounts.$inferSelect;
/** What is known of the accounts and numbers that a stretch of entries speaks of. */
export type KnownPlaces = {
  accounts: Pick<AccountRow, 'id' | 'number' | 'subscriberId'>[];
  subscribers: { id: string; contractNumber: string }[];
  lines: { id: string; msisdn: string; subscriberId: string }[];
  receivables: Pick<ReceivableRow, 'id' | 'accountId' | 'lineId'>[];
};

export async function listKnownPlaces(
  db: TenantDb,
  named: { receivableIds: string[]; accountNumbers: string[]; msisdns: string[] },
): Promise<KnownPlaces> {
  const knownLines = await db
    .select({ id: lines.id, msisdn: lines.msisdn, subscriberId: lines.subscriberId })
    .from(lines)
    .where(inArray(lines.msisdn, named.msisdns));
  const owners = await db
    .select({ id: subscribers.id, contractNumber: subscribers.contractNumber })
    .from(subscribers)
    .where(
      or(
        inArray(subscribers.contractNumber, named.accountNumbers),
        inArray(
          subscribers.id,
          knownLines.map(({ subscriberId }) => subscriberId),
        ),
      ),
    );
  const accounts = await listAccounts(
    db,
    named.accountNumbers,
    owners.map(({ id }) => id),
  );
  const found = await db
    .select({ id: receivables.id, accountId: receivables.accountId, lineId: receivables.lineId })
    .from(receivables)
    .where(
      or(
        inArray(receivables.id, named.receivableIds),
        inArray(
          receivables.lineId,
          knownLines.map(({ id }) => id),
        ),
        and(
          isNull(receivables.lineId),
          inArray(
            receivables.accountId,
            accounts.map(({ id }) => id),
          ),
        ),
      ),
    );
  return { accounts, subscribers: owners, lines: knownLines, receivables: found };
}

function listAccounts(db: TenantDb, numbers: string[], subscriberIds: string[]) {
  const { id, number, subscriberId } = billingAccounts;
  return db
    .select({ id, number, subscriberId })
    .from(billingAccounts)
    .where(or(inArray(number, numbers), inArray(subscriberId, subscriberIds)))
    .orderBy(asc(billingAccounts.id))
    .all();
}

export type KnownEntry = Pick<
  typeof journalEntries.$inferSelect,
  'id' | 'receivableId' | 'sourceKey' | 'kind' | 'kopecks'
>;

export function listEntriesOfKeys(db: TenantDb, sourceKeys: string[]): Promise<KnownEntry[]> {
  const { id, receivableId, sourceKey, kind, kopecks } = journalEntries;
  return db
    .select({ id, receivableId, sourceKey, kind, kopecks })
    .from(journalEntries)
    .where(inArray(sourceKey, sourceKeys))
    .all();
}

/** The books of some receivables as they stand: what is open, and what was paid ahead. */
export async function listLedgers(db: TenantDb, receivableIds: string[]) {
  const rows = await db.select().from(receivables).where(inArray(receivables.id, receivableIds));
  const open = await db
    .select()
    .from(charges)
    .where(and(inArray(charges.receivableId, receivableIds), gt(charges.openKopecks, 0)));
  const ahead = rows.filter(({ balanceKopecks }) => balanceKopecks < 0).map(({ id }) => id);
  const credits = ahead.length > 0 ? await listFreeCredits(db, ahead) : [];
  return rows.map(({ id, version, balanceKopecks }) => ({
    receivableId: id,
    version,
    balanceKopecks,
    open: open
      .filter(({ receivableId }) => receivableId === id)
      .map(({ entryId, dueOn, kopecks, openKopecks }) => ({ id: entryId, dueOn, kopecks, openKopecks })),
    credits: credits
      .filter(({ receivableId }) => receivableId === id)
      .map(({ receivableId: _, ...credit }) => credit),
  }));
}

function listFreeCredits(db: TenantDb, receivableIds: string[]) {
  const reversals = alias(journalEntries, 'reversals');
  const freeKopecks = sql<number>`-${journalEntries.kopecks} - coalesce(sum(${settlements.kopecks}), 0)`;
  const { id, sequence, receivableId } = journalEntries;
  return db
    .select({ receivableId, id, sequence, freeKopecks })
    .from(journalEntries)
    .leftJoin(settlements, eq(settlements.entryId, id))
    .leftJoin(reversals, eq(reversals.reverses, id))
    .where(and(inArray(receivableId, receivableIds), lt(journalEntries.kopecks, 0), isNull(reversals.id)))
    .groupBy(id)
    .having(sql`${freeKopecks} > 0`)
    .all();
}

/** How some receivables paid until now, by their id; of the others no charge has closed yet. */
export async function listHabits(db: TenantDb, receivableIds: string[]) {
  const rows = await db
    .select()
    .from(paymentHabits)
    .where(inArray(paymentHabits.receivableId, receivableIds));
  return new Map(rows.map(({ receivableId, ...habit }) => [receivableId, habit]));
}

/** The receivable that money for a line is booked to: its own, else that of its owner's whole account. */
export async function findReceivableOfLine(db: TenantDb, lineId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: receivables.id })
    .from(lines)
    .innerJoin(billingAccounts, eq(billingAccounts.subscriberId, lines.subscriberId))
    .innerJoin(receivables, eq(receivables.accountId, billingAccounts.id))
    .where(and(eq(lines.id, lineId), or(eq(receivables.lineId, lines.id), isNull(receivables.lineId))))
    .orderBy(sql`${receivables.lineId} is null`)
    .limit(1);
  return row?.id ?? null;
}
