import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Role } from '#app/features/access/role.ts';
import type { ControlDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
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

const { id, slug, name, colour, timeZone } = tenants;
const placesOf = prepared((control: ControlDb) =>
  control
    .select({ id, slug, name, colour, timeZone, role: memberships.role })
    .from(memberships)
    .innerJoin(tenants, or(eq(tenants.id, memberships.tenantId), isNull(memberships.tenantId)))
    .where(and(eq(memberships.userId, sql.placeholder('userId')), isNull(tenants.closedAt)))
    .orderBy(tenants.name)
    .prepare(),
);

/** By name. A membership without a tenant reaches them all. */
export async function listWorkplaces(control: ControlDb, userId: string): Promise<WorkplaceRow[]> {
  const rows = await placesOf(control).all({ userId });
  const places = new Map<string, WorkplaceRow>();
  for (const { role, ...tenant } of rows) {
    const place = places.get(tenant.id) ?? { ...tenant, roles: [] };
    if (!place.roles.includes(role)) place.roles.push(role);
    places.set(tenant.id, place);
  }
  return [...places.values()];
}
