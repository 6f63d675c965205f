import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeTenant } from '#seeds/factories.ts';
import { startHranaServer } from '#tests/setup/hrana-server.ts';
import { commit, OutcomeUnknown } from './commit.ts';
import { tenants } from './control/schema.ts';
import { migrateDatabase } from './migrate.ts';
import { type ControlDb, type Databases, openDatabases } from './open.ts';

let databases: Databases;
let control: ControlDb;
beforeEach(async () => {
  databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  control = databases.control;
  await migrateDatabase(control, 'control');
});
afterEach(() => databases.close());

const insert = (seed: number) => control.insert(tenants).values(makeTenant(seed));
const slugs = async () =>
  (await control.select({ slug: tenants.slug }).from(tenants)).map(({ slug }) => slug).toSorted();

test('commits of one turn share a transaction, and each gets its own results', async () => {
  const batch = vi.spyOn(control.$client, 'batch');
  const rename = control.update(tenants).set({ name: 'Новое имя' }).where(eq(tenants.slug, 'tenant-1'));
  const commits = await Promise.all([
    commit(control, [insert(1), insert(2)]),
    commit(control, [rename]),
    commit(control, [rename, insert(3)]),
  ]);
  expect(batch).toHaveBeenCalledTimes(1);
  expect(commits.map((one) => one.ok && one.results.map((result) => result.rowsAffected))).toEqual([
    [1, 1],
    [1],
    [1, 1],
  ]);
});

test('one that conflicts spoils none of the others, and writes nothing of its own', async () => {
  const commits = await Promise.all([
    commit(control, [insert(1)]),
    commit(control, [insert(2), insert(1)]),
    commit(control, [insert(3)]),
  ]);
  expect(commits.map((one) => one.ok)).toEqual([true, false, true]);
  expect(await slugs()).toEqual(['tenant-1', 'tenant-3']);
});

test('one that is broken is told so, the others are written', async () => {
  const wrong = { toSQL: () => ({ sql: 'insert into nothing values (1)', params: [] }) };
  const [good, bad] = await Promise.allSettled([commit(control, [insert(1)]), commit(control, [wrong])]);
  expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  expect(bad).toMatchObject({ status: 'rejected' });
  expect(await slugs()).toEqual(['tenant-1']);
});

test('at a server whose answer is lost nobody of a group is told a conflict, and nothing is written twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const server = await startHranaServer(dataDir, 'the token');
  const remote = await openDatabases({ dataDir, controlUrl: server.url('control'), authToken: 'the token' });
  const { control: db } = remote;
  await migrateDatabase(db, 'control');
  await commit(db, [db.insert(tenants).values(makeTenant(1))]);
  const rename = db.update(tenants).set({ name: sql`${tenants.name} || '!'` });
  server.loseNextAnswer();
  const group = [[db.insert(tenants).values(makeTenant(2))], [rename], [rename]];
  const told = await Promise.allSettled(group.map((statements) => commit(db, statements)));
  expect(told.map((one) => one.status === 'rejected' && one.reason instanceof OutcomeUnknown)).toEqual([
    true,
    true,
    true,
  ]);
  const names = await db.select({ name: tenants.name }).from(tenants).orderBy(tenants.slug);
  expect(names).toEqual([1, 2].map((seed) => ({ name: `${makeTenant(seed).name}!!` })));
  const again = await Promise.all([
    commit(db, [db.insert(tenants).values(makeTenant(2))]),
    commit(db, [db.insert(tenants).values(makeTenant(3))]),
  ]);
  expect(again.map((one) => one.ok)).toEqual([false, true]);
  remote.close();
  await server.close();
});

test('at a server, one write whose answer is lost is told as such', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const server = await startHranaServer(dataDir, 'the token');
  const remote = await openDatabases({ dataDir, controlUrl: server.url('control'), authToken: 'the token' });
  await migrateDatabase(remote.control, 'control');
  server.loseNextAnswer();
  const written = commit(remote.control, [remote.control.insert(tenants).values(makeTenant(1))]);
  await expect(written).rejects.toThrow(OutcomeUnknown);
  expect(await remote.control.select().from(tenants)).toHaveLength(1);
  remote.close();
  await server.close();
});
