import { and, asc, desc, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Arm, Hold } from '#app/features/ladder/ladder.ts';
import type { TenantDb } from '#db/open.ts';
import { debtRuns, instalmentPlans, promises, strategies, strategyVersions } from '../schema/ladder.ts';
import { contactRules } from '../schema/outreach.ts';
import { charges, journalEntries, receivables } from '../schema/receivable.ts';

/** A receivable with whatever its ladder asks of it. Dates of the tenant's zone, sums in kopecks. */
export type DebtRow = {
  id: string;
  version: number;
  balanceKopecks: number;
  oldestDueOn: string | null;
  disputedKopecks: number;
  lineId: string | null;
  carrier: string | null;
  subscriberId: string;
  subscriberKind: 'person' | 'company';
  subscriberName: string;
  /** The forecast for the oldest open due date. */
  probability: number | null;
  promiseId: string | null;
  planId: string | null;
  /** Empty: he never stood on a ladder; then all of the standing's are. */
  strategyId: string | null;
  strategyVersion: number;
  arm: Arm;
  debtSince: string;
  step: number;
  nextOn: string | null;
  hold: Hold | null;
  leftOn: string | null;
  standingVersion: number;
};

const debts = sql`
  select r.id, r.version, r.balance_kopecks as balanceKopecks, r.oldest_due_on as oldestDueOn,
    r.disputed_kopecks as disputedKopecks, r.line_id as lineId, l.carrier, s.id as subscriberId,
    s.kind as subscriberKind, s.name as subscriberName, f.probability, p.id as promiseId, i.id as planId,
    st.strategy_id as strategyId, st.strategy_version as strategyVersion, st.arm, st.debt_since as debtSince,
    st.step, st.next_on as nextOn, st.hold, st.left_on as leftOn, st.version as standingVersion
  from receivables r
    join billing_accounts a on a.id = r.account_id
    join subscribers s on s.id = a.subscriber_id
    left join lines l on l.id = r.line_id
    left join standings st on st.receivable_id = r.id
    left join promises p on p.receivable_id = r.id and p.state = 'open'
    left join instalment_plans i on i.receivable_id = r.id and i.state = 'open'
    left join nonpayment_forecasts f on f.receivable_id = r.id and f.due_on = r.oldest_due_on`;

/** Of the receivables behind `after` up to `upTo`, those that a ladder can have to do with. */
export function listDebts(
  db: TenantDb,
  { after, upTo }: { after: string; upTo: string },
): Promise<DebtRow[]> {
  return list(
    db,
    sql`where r.id > ${after} and r.id <= ${upTo}
      and (r.oldest_due_on is not null or st.strategy_id is not null and st.left_on is null) order by r.id`,
  );
}

export async function getDebt(db: TenantDb, receivableId: string): Promise<DebtRow | null> {
  const [row] = await list(db, sql`where r.id = ${receivableId}`);
  return row ?? null;
}

function list(db: TenantDb, where: SQL): Promise<DebtRow[]> {
  return db.all<DebtRow>(sql`${debts} ${where}`);
}

/** The last id of the page behind `after`, and how many it has; null: none is left. */
export async function getPageEnd(db: TenantDb, after: string, size: number) {
  const page = db
    .select({ id: receivables.id })
    .from(receivables)
    .where(gt(receivables.id, after))
    .orderBy(asc(receivables.id))
    .limit(size)
    .as('page');
  const [row] = await db
    .select({ upTo: sql<string | null>`max(${page.id})`, receivables: sql<number>`count(*)` })
    .from(page);
  return row?.upTo ? { upTo: row.upTo, receivables: row.receivables } : null;
}

/** Open promises and plans of some receivables. */
export async function listOpenPromises(db: TenantDb, receivableIds: string[]) {
  return db
    .select()
    .from(promises)
    .where(and(eq(promises.state, 'open'), inArray(promises.receivableId, receivableIds)));
}

export async function listOpenPlans(db: TenantDb, receivableIds: string[]) {
  return db
    .select()
    .from(instalmentPlans)
    .where(and(eq(instalmentPlans.state, 'open'), inArray(instalmentPlans.receivableId, receivableIds)));
}

/** What was paid for some receivables; a payment taken back is negative. */
export async function listPayments(db: TenantDb, receivableIds: string[]) {
  const { receivableId, on, kopecks, bookedAt, kind, id } = journalEntries;
  const reversed = alias(journalEntries, 'reversed');
  const isPayment = or(eq(kind, 'payment'), eq(reversed.kind, 'payment'));
  return db
    .select({ receivableId, on, kopecks: sql<number>`-${kopecks}`, bookedAt })
    .from(journalEntries)
    .leftJoin(reversed, eq(reversed.id, journalEntries.reverses))
    .where(and(inArray(receivableId, receivableIds), isPayment))
    .orderBy(asc(id));
}

/** Every version that lets people on or that somebody may stand on, the oldest first. */
export async function listUsedVersions(db: TenantDb) {
  const { strategyId, number, rules } = strategyVersions;
  return db
    .select({ strategyId, number, rules, retiredAt: strategies.retiredAt })
    .from(strategyVersions)
    .innerJoin(strategies, eq(strategies.id, strategyId))
    .where(isNotNull(strategyVersions.inForceFrom))
    .orderBy(asc(strategyId), asc(number));
}

export type DebtRun = typeof debtRuns.$inferSelect;

export async function getDebtRun(db: TenantDb, on: string): Promise<DebtRun | null> {
  const [row] = await db.select().from(debtRuns).where(eq(debtRuns.on, on));
  return row ?? null;
}

/** The latest date whose night was begun. */
export async function getLastDebtRun(db: TenantDb): Promise<DebtRun | null> {
  const [row] = await db.select().from(debtRuns).orderBy(desc(debtRuns.on)).limit(1);
  return row ?? null;
}

/** As whom the tenant speaks to a debtor. */
export async function getSpeaker(db: TenantDb, at: Date) {
  const { from, creditorName, creditorPhone } = contactRules;
  const [row] = await db
    .select({ creditor: creditorName, phone: creditorPhone })
    .from(contactRules)
    .where(lte(from, at))
    .orderBy(desc(from))
    .limit(1);
  return row ?? null;
}

/** What of some receivables is open, charge by charge. */
export async function listOpenCharges(db: TenantDb, receivableIds: string[]) {
  const { receivableId, dueOn, openKopecks } = charges;
  const isOf = sql`${receivableId} in (select value from json_each(${JSON.stringify(receivableIds)}))`;
  return db
    .select({ receivableId, dueOn, openKopecks })
    .from(charges)
    .where(and(isOf, gt(openKopecks, 0)));
}
