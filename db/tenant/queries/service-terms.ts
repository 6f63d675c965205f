import { asc, desc, isNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { serviceTermVersions } from '../schema/service-terms.ts';

type ServiceTermRow = typeof serviceTermVersions.$inferSelect;

/** Those in force, the earliest first. */
export async function listServiceTerms(db: TenantDb): Promise<ServiceTermRow[]> {
  return db
    .select()
    .from(serviceTermVersions)
    .where(isNull(serviceTermVersions.replacedAt))
    .orderBy(asc(serviceTermVersions.effectiveFrom));
}

/** Every version that was ever written, the newest first. */
export async function listServiceTermHistory(db: TenantDb): Promise<ServiceTermRow[]> {
  return db.select().from(serviceTermVersions).orderBy(desc(serviceTermVersions.createdAt));
}
