import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTenant } from '#seeds/factories.ts';
import { commit } from './commit.ts';
import { tenants } from './control/schema.ts';
import { migrateAll, migrateDatabase } from './migrate.ts';
import { openDatabases } from './open.ts';
import { savedViews } from './tenant/schema/desk.ts';

test('on a full disk a write fails whole, reads go on, and writes work again when there is room', async () => {
  const databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(makeTenant(1, { id: 't1' }))]);
  await migrateAll(databases);
  const db = await databases.openTenant('t1');
  const view = (id: string) =>
    db
      .insert(savedViews)
      .values({ id, userId: 'u', name: id, query: 'x'.repeat(4000), createdAt: new Date(0) });
  const { rows } = await db.$client.execute('PRAGMA page_count');
  await db.$client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count) + 20}`);
  const kept: string[] = [];
  const fill = async () => {
    for (let n = 0; n < 100; n += 2) {
      await commit(db, [view(`v${n}`), view(`v${n + 1}`)]);
      kept.push(`v${n}`, `v${n + 1}`);
    }
  };
  await expect(fill()).rejects.toThrow('full');
  const shown = (await db.select({ id: savedViews.id }).from(savedViews)).map((row) => row.id);
  expect(kept.length).toBeGreaterThan(0);
  expect(shown.toSorted()).toEqual(kept.toSorted());
  await db.$client.execute('PRAGMA max_page_count = 1000000');
  expect(await commit(db, [view('later')])).toMatchObject({ ok: true });
  databases.close();
});
