import { and, eq, isNull, or } from 'drizzle-orm';
import type { Role } from '#app/features/access/role.ts';
import type { ControlDb } from '#db/open.ts';
import { memberships, tenants } from '../schema.ts';

/** An open client company that a person works for, with every role he has there. */
export type WorkplaceRow = {
  id: string;
  slug: string;
  name: string;
  colour: string;
  timeZone: string;
  roles: Role[];
};

/** By name. A membership without a tenant reaches them all. */
export async function listWorkplaces(control: ControlDb, userId: string): Promise<WorkplaceRow[]> {
  const rows = await control
    .select({ tenant: tenants, role: memberships.role })
    .from(memberships)
    .innerJoin(tenants, or(eq(tenants.id, memberships.tenantId), isNull(memberships.tenantId)))
    .where(and(eq(memberships.userId, userId), isNull(tenants.closedAt)))
    .orderBy(tenants.name);
  const places = new Map<string, WorkplaceRow>();
  for (const { tenant, role } of rows) {
    const { id, slug, name, colour, timeZone } = tenant;
    const place = places.get(id) ?? { id, slug, name, colour, timeZone, roles: [] };
    if (!place.roles.includes(role)) place.roles.push(role);
    places.set(id, place);
  }
  return [...places.values()];
}
