import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startHranaServer } from '#tests/setup/hrana-server.ts';
import { commit } from './commit.ts';
import { tenants } from './control/schema.ts';
import { migrateAll, migrateDatabase } from './migrate.ts';
import { openDatabases, TenantWithoutAddress } from './open.ts';
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

test('at a server it is the same', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const server = await startHranaServer(dataDir, 'the token');
  const databases = await openDatabases({
    dataDir,
    controlUrl: server.url('control'),
    authToken: 'the token',
  });
  const { control } = databases;
  await migrateDatabase(control, 'control');
  await commit(control, [
    control.insert(tenants).values({ ...tenant, databaseUrl: server.url('t1') }),
    control.insert(tenants).values({ ...tenant, id: 't2', slug: 'beta' }),
  ]);
  await expect(databases.openTenant('t1')).rejects.toThrow('older than this release');
  await expect(databases.openTenant('t2')).rejects.toThrow(TenantWithoutAddress);
  await migrateDatabase(await databases.openUnchecked('t1'), 'tenant');
  const db = await databases.openTenant('t1');
  const taken = db.insert(counters).values({ name: 'request', value: 1 });
  expect(await commit(db, [taken])).toMatchObject({ ok: true });
  expect(await commit(db, [callFor(db, work, at), taken])).toEqual({ ok: false, conflict: 'counters.name' });
  expect(await db.select().from(outbox)).toEqual([]);
  databases.close();
  await server.close();
});

test('a server that is not there, or refuses, is named', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const server = await startHranaServer(dataDir, 'the token');
  const controlUrl = server.url('control');
  const databases = await openDatabases({ dataDir, controlUrl, authToken: 'another' });
  const ask = () => databases.control.$client.execute('select 1');
  await expect(ask()).rejects.toThrow('AUTH_FAILED');
  await server.close();
  await expect(ask()).rejects.toThrow(/The database server at 127\.0\.0\.1:\d+ does not answer/);
  databases.close();
});
