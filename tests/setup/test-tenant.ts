import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { makeTenant } from '#seeds/factories.ts';

/** One empty tenant with its control database, in a folder of their own. */
export async function openTestTenant(): Promise<{ databases: Databases; db: TenantDb; dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  const tenant = makeTenant(1);
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  return { databases, db: await databases.openTenant(tenant.id), dataDir };
}
