import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit } from './commit.ts';
import { tenants } from './control/schema.ts';
import { migrateAll, migrateDatabase } from './migrate.ts';
import { openDatabases } from './open.ts';
import { callFor } from './outbox.ts';
import { counters } from './tenant/schema/desk.ts';
import { outbox } from './tenant/schema/outbox.ts';

const at = new Date('2026-03-01T10:00:00Z');
const tenant = {
  id: 't1',
  slug: 'alfa',
  name: 'Альфа',
  colour: '#1c7ed6',
  timeZone: 'Europe/Moscow',
  createdAt: at,
};
const work = { queue: 'q', payload: {}, gate: 'g', lane: 'bulk', dueAt: at } as const;

test('a tenant opens only after its migrations ran', async () => {
  const databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await expect(databases.openTenant('t1')).rejects.toThrow('older than this release');
  await migrateAll(databases);
  await migrateAll(databases);
  expect((await databases.openTenant('t1')).tenantId).toBe('t1');
  await expect(databases.openTenant('t2')).rejects.toThrow('no open tenant t2');
  databases.close();
});

test('a batch with a taken key writes nothing and names the key', async () => {
  const databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const db = await databases.openTenant('t1');
  const taken = db.insert(counters).values({ name: 'request', value: 1 });
  expect(await commit(db, [taken])).toMatchObject({ ok: true });
  expect(await commit(db, [callFor(db, work, at), taken])).toEqual({ ok: false, conflict: 'counters.name' });
  expect(await db.select().from(outbox)).toEqual([]);
  databases.close();
});
