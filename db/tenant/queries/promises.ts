import { and, asc, count, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { firstRules, type OfferRules } from '#app/features/promise/offer-limits.ts';
import type { TenantDb } from '../../open.ts';
import { instalmentPlans, offerRules, promises } from '../schema/ladder.ts';
import { debtDisputes, receivables } from '../schema/receivable.ts';

export type PromiseRow = typeof promises.$inferSelect;
export type PlanRow = typeof instalmentPlans.$inferSelect;

const mostListed = 100;

/** How far people may go now. */
export async function getOfferRules(db: TenantDb, now: Date): Promise<OfferRules> {
  const [row] = await db
    .select({ rules: offerRules.rules })
    .from(offerRules)
    .where(lte(offerRules.from, now))
    .orderBy(desc(offerRules.from))
    .limit(1);
  return row?.rules ?? firstRules;
}

/** What is owed on a receivable, and whether the subscriber says that he does not owe it. */
export async function getOwed(db: TenantDb, receivableId: string) {
  const [row] = await db
    .select({ id: receivables.id, debtKopecks: receivables.balanceKopecks, dispute: debtDisputes.id })
    .from(receivables)
    .leftJoin(debtDisputes, and(eq(debtDisputes.receivableId, receivables.id), isNull(debtDisputes.closedAt)))
    .where(eq(receivables.id, receivableId))
    .limit(1);
  return row ? { debtKopecks: row.debtKopecks, isDisputed: row.dispute !== null } : null;
}

export async function getPromise(db: TenantDb, id: string): Promise<PromiseRow | null> {
  const [row] = await db.select().from(promises).where(eq(promises.id, id));
  return row ?? null;
}

export async function getPromiseOfForm(db: TenantDb, formToken: string): Promise<PromiseRow | null> {
  const [row] = await db.select().from(promises).where(eq(promises.formToken, formToken));
  return row ?? null;
}

export async function getOpenPromise(db: TenantDb, receivableId: string): Promise<PromiseRow | null> {
  const [row] = await db
    .select()
    .from(promises)
    .where(and(eq(promises.receivableId, receivableId), eq(promises.state, 'open')));
  return row ?? null;
}

export async function countPromisesSince(db: TenantDb, receivableId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(promises)
    .where(and(eq(promises.receivableId, receivableId), gte(promises.madeAt, since)));
  return row?.n ?? 0;
}

/** The newest first. */
export function listPromises(db: TenantDb, receivableId: string): Promise<PromiseRow[]> {
  return db
    .select()
    .from(promises)
    .where(eq(promises.receivableId, receivableId))
    .orderBy(desc(promises.madeAt))
    .limit(mostListed)
    .all();
}

export async function getPlan(db: TenantDb, id: string): Promise<PlanRow | null> {
  const [row] = await db.select().from(instalmentPlans).where(eq(instalmentPlans.id, id));
  return row ?? null;
}

export async function getPlanOfForm(db: TenantDb, formToken: string): Promise<PlanRow | null> {
  const [row] = await db.select().from(instalmentPlans).where(eq(instalmentPlans.formToken, formToken));
  return row ?? null;
}

export async function getOpenPlan(db: TenantDb, receivableId: string): Promise<PlanRow | null> {
  const [row] = await db
    .select()
    .from(instalmentPlans)
    .where(and(eq(instalmentPlans.receivableId, receivableId), eq(instalmentPlans.state, 'open')));
  return row ?? null;
}

/** The newest first. */
export function listPlans(db: TenantDb, receivableId: string): Promise<PlanRow[]> {
  return db
    .select()
    .from(instalmentPlans)
    .where(eq(instalmentPlans.receivableId, receivableId))
    .orderBy(desc(instalmentPlans.madeAt))
    .limit(mostListed)
    .all();
}

/** The last promise of each of some receivables that was broken. */
export async function listBrokenPromises(db: TenantDb, receivableIds: string[]): Promise<PromiseRow[]> {
  const rows = await db
    .select()
    .from(promises)
    .where(and(eq(promises.state, 'broken'), inArray(promises.receivableId, receivableIds)))
    .orderBy(asc(promises.lastOn));
  return [...new Map(rows.map((row) => [row.receivableId, row])).values()];
}
