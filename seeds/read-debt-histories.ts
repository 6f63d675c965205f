import { asc, eq } from 'drizzle-orm';
import type { Hold } from '#app/features/ladder/ladder.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import {
  billingAccounts,
  charges,
  journalEntries,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import type { DebtHistory } from './replay-ladder.ts';

/** Whom a debt is of, and how he is reached. */
export type DebtorRow = Awaited<ReturnType<typeof listDebtors>>[number];

export function listDebtors(db: TenantDb) {
  return db
    .select({
      receivableId: receivables.id,
      lineId: receivables.lineId,
      subscriberId: subscribers.id,
      kind: subscribers.kind,
      name: subscribers.name,
      email: subscribers.email,
      msisdn: lines.msisdn,
      carrier: lines.carrier,
    })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(subscribers, eq(subscribers.id, billingAccounts.subscriberId))
    .leftJoin(lines, eq(lines.id, receivables.lineId))
    .orderBy(asc(receivables.id))
    .all();
}

/** The whole history of each debtor's debt, from the books and from what was promised. */
export async function readDebtHistories(
  db: TenantDb,
  debtors: readonly DebtorRow[],
  { timeZone, today }: { timeZone: string; today: string },
): Promise<DebtHistory[]> {
  const entries = await db.select().from(journalEntries);
  const onOf = new Map(entries.map(({ id, on }) => [id, on]));
  const on = (id: string) => onOf.get(id) ?? today;
  const paid = Map.groupBy(await db.select().from(settlements), ({ chargeId }) => chargeId);
  const billed = Map.groupBy(await db.select().from(charges), ({ receivableId }) => receivableId);
  const booked = Map.groupBy(entries, ({ receivableId }) => receivableId);
  const held = await readHolds(db, timeZone, today);
  return debtors.map(({ receivableId, kind, carrier }) => ({
    receivableId,
    subscriber: kind,
    carrier,
    entries: booked.get(receivableId) ?? [],
    charges: (billed.get(receivableId) ?? []).map(({ entryId, dueOn, kopecks }) => ({
      on: on(entryId),
      dueOn,
      kopecks,
      paid: (paid.get(entryId) ?? []).map((part) => ({ on: on(part.entryId), kopecks: part.kopecks })),
    })),
    holds: held.get(receivableId) ?? [],
  }));
}

async function readHolds(db: TenantDb, timeZone: string, today: string) {
  const span = (hold: Hold) => (row: Agreed) => ({
    hold,
    receivableId: row.receivableId,
    from: dateAt(row.madeAt.getTime(), timeZone),
    until: row.endedAt ? addDays(dateAt(row.endedAt.getTime(), timeZone), -1) : today,
  });
  const all = [
    ...(await db.select().from(promises)).map(span('promise')),
    ...(await db.select().from(instalmentPlans)).map(span('plan')),
  ];
  return Map.groupBy(all, ({ receivableId }) => receivableId);
}

type Agreed = { receivableId: string; madeAt: Date; endedAt: Date | null };
