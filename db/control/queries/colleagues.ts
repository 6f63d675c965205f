import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { memberships, users } from '../schema.ts';

/** Those who may work on the cases of a client company, by name. */
export function listColleagues(
  control: ControlDb,
  tenantId: string,
): Promise<{ id: string; name: string }[]> {
  return control
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        or(eq(memberships.tenantId, tenantId), isNull(memberships.tenantId)),
        inArray(memberships.role, ['agent', 'lead', 'manager']),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
}
