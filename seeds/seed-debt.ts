import { asc, eq, sql } from 'drizzle-orm';
import { dueDatesOf } from '#app/features/receivable/ageing.ts';
import { countHabits } from '#app/features/receivable/count-habits.ts';
import { type Booked, bookEntry, type Ledger } from '#app/features/receivable/ledger.ts';
import { blankLedger, inBookingOrder } from '#app/features/receivable/plan-bookings.ts';
import { rowsOf } from '#app/features/receivable/store-booked.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { paymentHabits } from '#db/tenant/schema/prediction.ts';
import {
  billingAccounts,
  billingFiles,
  charges,
  journalEntries,
  journalPostings,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { createDraws } from './draws.ts';
import { type Debtor, generateDebt, type SeededReceivable } from './generate-debt.ts';
import { planId, type TenantPlan } from './plan.ts';

const counts = { person: 220, company: 15 };
const receivablesPerBatch = 40;

/** Eighteen months of bills and payments of some of the base, as the client's billing told them. */
export async function seedDebt(db: TenantDb, plan: TenantPlan, managerId: string, now: Date): Promise<void> {
  const today = dateAt(now.getTime(), plan.timeZone);
  const debtors = [
    ...(await listDebtors(db, 'person', counts.person)),
    ...(await listDebtors(db, 'company', counts.company)),
  ];
  const seeded = generateDebt(debtors, createDraws(plan.seed + 60), today);
  await storeDebt(db, plan, seeded, { managerId, now, today });
}

export async function listDebtors(db: TenantDb, kind: Debtor['kind'], limit: number): Promise<Debtor[]> {
  const { id, contractNumber } = subscribers;
  const rows = await db
    .select({ id, contractNumber, lineIds: sql<string>`group_concat(${lines.id} order by ${lines.id})` })
    .from(subscribers)
    .innerJoin(lines, eq(lines.subscriberId, id))
    .where(eq(subscribers.kind, kind))
    .groupBy(id)
    .orderBy(asc(id))
    .limit(limit);
  return rows.map(({ lineIds, ...row }) => ({
    subscriberId: row.id,
    kind,
    contractNumber: row.contractNumber,
    lineIds: lineIds.split(','),
  }));
}

type Around = { managerId: string; now: Date; today: string };
type Kept = { seeded: SeededReceivable; ledger: Ledger; booked: Booked[] };
type File = typeof billingFiles.$inferInsert;

/** Writes what booking one entry after the other would have left, in a few large batches. */
export async function storeDebt(
  db: TenantDb,
  plan: TenantPlan,
  seeded: readonly SeededReceivable[],
  around: Around,
): Promise<void> {
  const files = filesOf(plan, seeded, around);
  const accounts = new Map(
    seeded.map(({ debtor }, index) => [debtor.subscriberId, accountOf(plan, debtor, index)]),
  );
  await write(db, [
    db.insert(billingAccounts).values([...accounts.values()]),
    db.insert(billingFiles).values([...files.values()]),
  ]);
  const kept = seeded.map((one, index) => keepBooks(plan, one, index, files, around.today));
  for (let from = 0; from < kept.length; from += receivablesPerBatch) {
    const piece = kept.slice(from, from + receivablesPerBatch);
    const rows = piece.map(({ ledger, seeded: { debtor, lineId } }) => ({
      id: ledger.receivableId,
      accountId: accounts.get(debtor.subscriberId)?.id ?? '',
      lineId,
      balanceKopecks: ledger.balanceKopecks,
      version: ledger.version,
      changedAt: around.now,
      ...dueDatesOf(ledger.open, around.today),
    }));
    await write(db, [db.insert(receivables).values(rows), ...journalOf(db, piece, around)]);
  }
}

function accountOf(plan: TenantPlan, { subscriberId, contractNumber }: Debtor, index: number) {
  const id = planId(plan, 'billingAccount', plan.clock, index);
  return { id, subscriberId, number: contractNumber, createdAt: plan.clock };
}

/** The bills of each month came as a file; payments came one by one. */
function filesOf(
  plan: TenantPlan,
  seeded: readonly SeededReceivable[],
  { managerId }: Around,
): Map<string, File> {
  const bills = seeded.flatMap(({ entries }) => entries.filter(({ source }) => source === 'file'));
  const byMonth = [...Map.groupBy(bills, ({ on }) => on)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    byMonth.map(([on, told], index) => {
      const at = new Date(`${on}T06:00:00Z`);
      const name = `nachisleniya-${on.slice(0, 7)}.csv`;
      const rows = { rows: told.length, booked: told.length, known: 0 };
      const id = planId(plan, 'billingFile', at, index);
      return [
        on,
        { id, content: 'charges', name, hash: `seed-${plan.slug}-${on}`, ...rows, by: managerId, at },
      ];
    }),
  );
}

function keepBooks(
  plan: TenantPlan,
  seeded: SeededReceivable,
  index: number,
  files: ReadonlyMap<string, File>,
  today: string,
): Kept {
  let ledger = blankLedger(planId(plan, 'receivable', plan.clock, index));
  const booked = inBookingOrder(seeded.entries).map((entry, place) => {
    const at = new Date(`${entry.on}T09:00:00Z`);
    const fileId = entry.source === 'file' ? (files.get(entry.on)?.id ?? null) : null;
    const id = planId(plan, 'journalEntry', at, index * 1000 + place);
    const one = bookEntry(ledger, { ...entry, fileId }, id, today);
    if (!one.ok) throw new Error(`The entry ${entry.sourceKey} cannot be booked: ${one.error.code}.`);
    ledger = one.value.ledger;
    return one.value;
  });
  return { seeded, ledger, booked };
}

function journalOf(db: TenantDb, piece: readonly Kept[], { managerId, now }: Around): Statement[] {
  const all = piece.flatMap(({ booked }) => booked);
  const { entries, postings, chargeRows, given } = rowsOf(all, { by: managerId, at: now });
  const dated = entries.map((entry) => {
    const at = Math.min(Date.parse(`${entry.on}T09:00:00Z`), now.getTime());
    return { ...entry, bookedAt: new Date(at), bookedBy: entry.source === 'api' ? 'billing' : managerId };
  });
  const habits = [...countHabits(new Map(), all)].map(([receivableId, habit]) => ({
    receivableId,
    ...habit,
  }));
  return [
    db.insert(journalEntries).values(dated),
    db.insert(journalPostings).values(postings),
    db.insert(charges).values(chargeRows),
    ...(given.length > 0 ? [db.insert(settlements).values(given)] : []),
    ...(habits.length > 0 ? [db.insert(paymentHabits).values(habits)] : []),
  ];
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`There are debts already: ${written.conflict} is taken.`);
}
