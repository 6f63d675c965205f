import { and, count, eq, gte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { formArrivals } from '../schema/arrival.ts';

/** How many forms came since then; `senderHash` absent: from all. */
export async function countForms(db: TenantDb, since: Date, senderHash?: string): Promise<number> {
  const own = senderHash === undefined ? undefined : eq(formArrivals.senderHash, senderHash);
  const [row] = await db
    .select({ n: count() })
    .from(formArrivals)
    .where(and(gte(formArrivals.at, since), own));
  return row?.n ?? 0;
}

export async function getForm(db: TenantDb, formToken: string) {
  const [row] = await db.select().from(formArrivals).where(eq(formArrivals.formToken, formToken)).limit(1);
  return row ?? null;
}
