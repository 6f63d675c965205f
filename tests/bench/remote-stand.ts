import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { openDatabases } from '#db/open.ts';
import { type HranaServer, startHranaServer } from '#tests/setup/hrana-server.ts';
import type { Stand } from './stand.ts';

const token = 'the token of the databases';

/** Copies of a stand's databases at a server in this process; nobody has the originals open any more. */
export async function serveStand(
  stand: Stand,
): Promise<{ server: HranaServer; env: Record<string, string> }> {
  const folder = join(stand.dataDir, 'server');
  mkdirSync(folder);
  const isData = (file: string) => !file.endsWith('-shm');
  cpSync(join(stand.dataDir, 'tenants'), folder, { recursive: true, filter: isData });
  for (const name of ['control.db', 'control.db-wal'])
    cpSync(join(stand.dataDir, name), join(folder, name), { recursive: true });
  const server = await startHranaServer(folder, token);
  const dataDir = join(stand.dataDir, 'nothing-local');
  const controlUrl = server.url('control');
  const { control, close } = await openDatabases({ dataDir, controlUrl, authToken: token });
  const rows = await control.select({ id: tenants.id }).from(tenants);
  await commit(
    control,
    rows.map(({ id }) =>
      control
        .update(tenants)
        .set({ databaseUrl: server.url(id) })
        .where(eq(tenants.id, id)),
    ),
  );
  close();
  const { PULT_SECRET_KEY = '' } = stand.childEnv();
  const env = {
    PULT_DATA_DIR: dataDir,
    PULT_SECRET_KEY,
    PULT_CONTROL_URL: controlUrl,
    PULT_TENANT_URL: server.url('{tenant}'),
    PULT_DATABASE_TOKEN: token,
  };
  return { server, env };
}
