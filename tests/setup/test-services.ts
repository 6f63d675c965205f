import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '#app/platform/context.ts';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { openPracticeRoom } from '#carriers/practice.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabases } from '#db/open.ts';

type TestClock = { now: Date; pass(ms: number): void };

/** Services over a fresh control database in a temporary folder, with a clock that stands still. */
export async function createTestServices(
  overrides: Partial<Services> = {},
): Promise<{ services: Services; clock: TestClock }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  const secretKey = Buffer.alloc(32, 7);
  const clock: TestClock = {
    now: new Date('2026-03-02T09:00:00Z'),
    pass(ms) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  };
  const env = readEnv({ PULT_DATA_DIR: dataDir, PULT_SECRET_KEY: secretKey.toString('base64') });
  const carriers: Services['carriers'] = {
    open: () => Promise.reject(new Error('This test connects to no carrier.')),
    titles: {},
    forms: {},
    instructions: () => ({ ru: '', en: '' }),
    practise: openPracticeRoom,
  };
  const live = createLive();
  const health = async () => ({ queues: [], accounts: [], tenants: [] });
  const services = { env, secretKey, databases, carriers, live, now: () => clock.now, health, ...overrides };
  return { services, clock };
}
