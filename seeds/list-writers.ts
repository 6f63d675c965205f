import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import type { Writer } from './subscriber-words.ts';

/** People of a tenant who have an address and one number at least, always the same ones. */
export async function listWriters(db: TenantDb, limit: number): Promise<Writer[]> {
  const rows = await db
    .select({ name: subscribers.name, email: subscribers.email, msisdn: lines.msisdn })
    .from(subscribers)
    .innerJoin(lines, eq(lines.subscriberId, subscribers.id))
    .where(and(eq(subscribers.kind, 'person'), isNotNull(subscribers.email)))
    .orderBy(asc(subscribers.id))
    .limit(limit);
  return rows.flatMap(({ email, ...row }) => (email ? [{ ...row, email }] : []));
}
