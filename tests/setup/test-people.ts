import { v7 as uuid } from 'uuid';
import type { Role } from '#app/features/access/role.ts';
import { hashPassword } from '#app/features/person/password-hash.ts';
import { sealedTotp } from '#app/features/person/totp-secret.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { memberships, tenants, users } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { makeTenant } from '#seeds/factories.ts';

export const testPassword = 'десять букв и ещё';
export const testSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const visit = { address: '10.0.0.1', userAgent: 'a test' };
export const admin = { userId: 'the admin', name: 'Админ', roles: ['admin'] as const };

/** Returns the id of the new tenant, whose database is ready. */
export async function addTenant({ databases }: Services, seed: number): Promise<string> {
  const tenant = makeTenant(seed);
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  return tenant.id;
}

/** Somebody who signs in by `email` and `testPassword`; returns his id. */
export async function addPerson(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  email: string,
  places: { role: Role; tenantId: string | null }[],
  { secondFactor = false } = {},
): Promise<string> {
  const { control } = services.databases;
  const id = uuid();
  const createdAt = services.now();
  const passwordHash = await hashPassword(testPassword);
  const factor = secondFactor
    ? { totpSecretSealed: sealedTotp(services, id, testSecret), totpConfirmedAt: createdAt }
    : {};
  await commit(control, [
    control.insert(users).values({ id, email, name: email, passwordHash, createdAt, ...factor }),
    ...places.map((place) =>
      control.insert(memberships).values({ id: uuid(), userId: id, createdAt, ...place }),
    ),
  ]);
  return id;
}

export function requestWith(cookie: string, url = 'http://localhost:4600/'): Request {
  return new Request(url, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
}
