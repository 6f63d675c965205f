import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { tenants } from '../schema.ts';

export type TenantRow = typeof tenants.$inferSelect;

/** One that is not closed. */
export async function getTenant(control: ControlDb, id: string): Promise<TenantRow | null> {
  const [row] = await control
    .select()
    .from(tenants)
    .where(and(eq(tenants.id, id), isNull(tenants.closedAt)))
    .limit(1);
  return row ?? null;
}

/** Those that are not closed, by name. */
export function listTenants(control: ControlDb): Promise<TenantRow[]> {
  return control.select().from(tenants).where(isNull(tenants.closedAt)).orderBy(asc(tenants.name));
}

/** One that is not closed, by the name in its addresses. */
export async function getTenantBySlug(control: ControlDb, slug: string): Promise<TenantRow | null> {
  const [row] = await control
    .select()
    .from(tenants)
    .where(and(eq(tenants.slug, slug), isNull(tenants.closedAt)))
    .limit(1);
  return row ?? null;
}
