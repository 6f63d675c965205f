import { and, asc, eq } from 'drizzle-orm';
import type { Role } from '#app/features/access/role.ts';
import type { ControlDb } from '#db/open.ts';
import { knownAddresses, memberships, tenants, users } from '../schema.ts';

export type UserRow = typeof users.$inferSelect;
type MembershipRow = typeof memberships.$inferSelect;
export type PersonRow = Pick<UserRow, 'id' | 'email' | 'name' | 'createdAt' | 'disabledAt'> & {
  hasSecondFactor: boolean;
  memberships: { id: string; role: Role; tenant: { id: string; name: string; colour: string } | null }[];
};

export async function getUser(control: ControlDb, id: string): Promise<UserRow | null> {
  const [row] = await control.select().from(users).where(eq(users.id, id)).limit(1);
  return row ?? null;
}

/** `email` in lower case. */
export async function getUserByEmail(control: ControlDb, email: string): Promise<UserRow | null> {
  const [row] = await control.select().from(users).where(eq(users.email, email)).limit(1);
  return row ?? null;
}

export async function getMembership(control: ControlDb, id: string): Promise<MembershipRow | null> {
  const [row] = await control.select().from(memberships).where(eq(memberships.id, id)).limit(1);
  return row ?? null;
}

export function listMemberships(control: ControlDb, userId: string): Promise<MembershipRow[]> {
  return control.select().from(memberships).where(eq(memberships.userId, userId));
}

export async function hasSignedInFrom(control: ControlDb, userId: string, address: string): Promise<boolean> {
  const here = and(eq(knownAddresses.userId, userId), eq(knownAddresses.address, address));
  const [row] = await control.select().from(knownAddresses).where(here).limit(1);
  return row !== undefined;
}

/** Everybody, by name, without any secret of theirs. */
export async function listPeople(control: ControlDb): Promise<PersonRow[]> {
  const rows = await control
    .select({ user: users, membership: memberships, tenant: tenants })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(tenants, eq(tenants.id, memberships.tenantId))
    .orderBy(asc(users.name), asc(users.id), asc(tenants.name));
  const people = new Map<string, PersonRow>();
  for (const { user, membership, tenant } of rows) {
    const person = people.get(user.id) ?? personOf(user);
    people.set(user.id, person);
    if (!membership) continue;
    const place = tenant && { id: tenant.id, name: tenant.name, colour: tenant.colour };
    person.memberships.push({ id: membership.id, role: membership.role, tenant: place });
  }
  return [...people.values()];
}

function personOf({ id, email, name, createdAt, disabledAt, totpConfirmedAt }: UserRow): PersonRow {
  return {
    id,
    email,
    name,
    createdAt,
    disabledAt,
    hasSecondFactor: totpConfirmedAt !== null,
    memberships: [],
  };
}
