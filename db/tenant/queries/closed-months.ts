import { asc, desc, eq, lte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { closedMonths } from '../schema/closed-month.ts';

/** The end of the chain. */
export async function getLastClosed(db: TenantDb) {
  const { place, hash } = closedMonths;
  const [row] = await db.select({ place, hash }).from(closedMonths).orderBy(desc(place)).limit(1);
  return row ?? null;
}

export async function getNewestRevision(db: TenantDb, month: string) {
  const ofMonth = db.select().from(closedMonths).where(eq(closedMonths.month, month));
  const [row] = await ofMonth.orderBy(desc(closedMonths.revision)).limit(1);
  return row ?? null;
}

/** The last closed months up to one, the earliest first. */
export async function listMonthsUntil(db: TenantDb, until: string, most: number): Promise<string[]> {
  const { month } = closedMonths;
  const closed = db.selectDistinct({ month }).from(closedMonths).where(lte(month, until));
  const rows = await closed.orderBy(desc(month)).limit(most);
  return rows.map((row) => row.month).reverse();
}

/** The whole chain, the first closed first. */
export async function listClosedMonths(db: TenantDb) {
  return db.select().from(closedMonths).orderBy(asc(closedMonths.place));
}
