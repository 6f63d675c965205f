import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Role } from '#app/features/access/role.ts';
import type { ControlDb } from '#db/open.ts';
import { memberships, users } from '../schema.ts';

const holds = (tenantId: string, roles: readonly Role[]) =>
  and(
    or(eq(memberships.tenantId, tenantId), isNull(memberships.tenantId)),
    inArray(memberships.role, [...roles]),
    isNull(users.disabledAt),
  );

/** Who may work on the cases of a client company now. */
const serves = (tenantId: string) => holds(tenantId, ['agent', 'lead', 'manager']);

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
export function isColleague(control: ControlDb, tenantId: string, userId: string): Promise<boolean> {
  return isAmong(control, userId, serves(tenantId));
}

/** Whether a person is an agent of this client company now. */
export function isAgent(control: ControlDb, tenantId: string, userId: string): Promise<boolean> {
  return isAmong(control, userId, holds(tenantId, ['agent']));
}

async function isAmong(control: ControlDb, userId: string, them: SQL | undefined): Promise<boolean> {
  const [row] = await control
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(users.id, userId), them))
    .limit(1);
  return row !== undefined;
}

/** Those who have one of these roles at a client company, or in the whole centre. */
export async function listPeopleOf(
  control: ControlDb,
  tenantId: string,
  roles: readonly Role[],
): Promise<string[]> {
  const rows = await control
    .selectDistinct({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(holds(tenantId, roles));
  return rows.map(({ id }) => id);
}
