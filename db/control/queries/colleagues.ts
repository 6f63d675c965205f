import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { memberships, users } from '../schema.ts';

/** Who may work on the cases of a client company now. */
const serves = (tenantId: string) =>
  and(
    or(eq(memberships.tenantId, tenantId), isNull(memberships.tenantId)),
    inArray(memberships.role, ['agent', 'lead', 'manager']),
    isNull(users.disabledAt),
  );

/** Those who may work on the cases of a client company, by name. */
export function listColleagues(
  control: ControlDb,
  tenantId: string,
): Promise<{ id: string; name: string }[]> {
  return control
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(serves(tenantId))
    .orderBy(asc(users.name), asc(users.id));
}

/** Whether a person may be given work of this client company. */
export async function isColleague(control: ControlDb, tenantId: string, userId: string): Promise<boolean> {
  const [row] = await control
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(users.id, userId), serves(tenantId)))
    .limit(1);
  return row !== undefined;
}
