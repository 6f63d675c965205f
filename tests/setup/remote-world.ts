import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTenant } from '#app/features/tenant/create-tenant.ts';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { seal } from '#app/platform/seal.ts';
import { startSession } from '#app/platform/session.ts';
import { carriers } from '#carriers/registry.ts';
import { commit } from '#db/commit.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { openDatabases } from '#db/open.ts';
import { makeCarrierAccount } from '#seeds/factories.ts';
import { hostSimulators } from '#seeds/host-simulators.ts';
import { startRedis } from '#tests/faults/redis.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { startHranaServer } from './hrana-server.ts';
import { seededLine } from './seeded-line.ts';
import { addPerson, admin, visit } from './test-people.ts';
import { addLine } from './world.ts';

const token = 'the token of the databases';
const key = Buffer.alloc(32, 7);
const slug = 'volna';

/**
 * What separate processes share: databases at a server, a Redis, and a simulated carrier; one tenant with
 * `lineCount` lines there, and the cookie of its lead.
 */
export async function openRemoteWorld(lineCount: number) {
  const folder = mkdtempSync(join(tmpdir(), 'pult-remote-'));
  const server = await startHranaServer(join(folder, 'server'), token);
  const redis = await startRedis(join(folder, 'redis'));
  if (!redis) throw new Error('redis-server is not installed.');
  const env = {
    PULT_DATA_DIR: join(folder, 'nothing-local'),
    PULT_SECRET_KEY: key.toString('base64'),
    PULT_CONTROL_URL: server.url('control'),
    PULT_TENANT_URL: server.url('{tenant}'),
    PULT_DATABASE_TOKEN: token,
    REDIS_URL: redis.url,
  };
  await promisify(execFile)(process.execPath, ['app/cli/migrate.ts'], {
    env: { PATH: process.env.PATH, ...env },
  });
  const databases = await openDatabases({
    dataDir: env.PULT_DATA_DIR,
    controlUrl: env.PULT_CONTROL_URL,
    authToken: token,
  });
  const now = () => new Date();
  const machine = { now, sleep: () => Promise.resolve() };
  const services = {
    env: readEnv(env),
    secretKey: key,
    databases,
    carriers: createCarrierDesk(databases.control, key, machine),
    live: createLive(),
    now,
    health: async () => ({ queues: [], accounts: [], tenants: [] }),
  };
  const tenant = await createTenant(services, admin, {
    slug,
    name: 'Волна',
    colour: '#1c7ed6',
    timeZone: 'Europe/Moscow',
  });
  if (!tenant.ok) throw new Error(`The tenant was not made: ${tenant.error.code}.`);
  const db = await databases.openTenant(tenant.value.id);
  const lines = await Promise.all(Array.from({ length: lineCount }, (_, index) => seededLine('mts', index)));
  const host = await hostSimulators([{ tenantId: tenant.value.id, carrier: 'mts', seed: 1, port: 0, lines }]);
  const [hosted] = host.hosted;
  const account = (await carriers.mts?.simulator())?.account(hosted?.origin ?? '');
  if (!hosted || !account) throw new Error('The simulated carrier did not start.');
  await commit(databases.control, [
    databases.control.insert(carrierAccounts).values(
      makeCarrierAccount(1, {
        id: 'a1',
        tenantId: tenant.value.id,
        settings: { ...account.settings, absenceProofAfterMs: 2000 },
        credentialsSealed: seal(key, 'carrier-account:a1', JSON.stringify(account.credentials)),
        concurrency: 3,
      }),
    ),
  ]);
  const lineIds: string[] = [];
  for (const line of lines) lineIds.push(await addLine({ db }, line, 'mts'));
  const userId = await addPerson(services, 'lead@example.com', [{ role: 'lead', tenantId: tenant.value.id }]);
  const cookie = (await startSession(services, userId, visit, now())).split(';')[0] ?? '';
  return {
    env,
    db,
    slug,
    cookie,
    lineIds,
    simulator: hosted.simulator,
    async close() {
      databases.close();
      await Promise.all([host.close(), server.close(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
