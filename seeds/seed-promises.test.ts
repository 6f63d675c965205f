import { expect, test } from 'vitest';
import { lastOf, sumOf } from '#app/features/promise/promise.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { listSuspensionsIn } from '#db/tenant/queries/suspensions.ts';
import { callTasks, instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { tenantOf } from './plan.ts';
import { seedDebt } from './seed-debt.ts';
import { seedPromises } from './seed-promises.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 80, beeline: 60, megafon: 40 }, requests: 1500 };
const now = new Date('2026-11-20T12:00:00Z');

test('debtors promise, pay by instalments, are to be called and are suspended, and all of it fits together', async () => {
  const { databases } = await openTestTenant();
  await commit(databases.control, [databases.control.insert(tenants).values(tenantOf(plan))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, ['u1']);
  await seedDebt(db, plan, 'm', now);
  await seedPromises(db, plan, { agents: ['a1', 'a2'], leadId: 'l1' }, now);
  const promised = await db.select().from(promises);
  expect(new Set(promised.map(({ state }) => state))).toEqual(new Set(['kept', 'broken', 'open']));
  for (const { parts, kopecks, lastOn } of promised) {
    expect(kopecks).toBe(sumOf(parts));
    expect(lastOn).toBe(lastOf(parts));
  }
  expect((await db.select().from(instalmentPlans)).length).toBeGreaterThan(2);
  expect((await db.select().from(callTasks)).length).toBeGreaterThan(5);
  const told = await listSuspensionsIn(db, ['proposed', 'suspended', 'restored']);
  expect(told.filter(({ suspension }) => suspension.state === 'proposed').length).toBeGreaterThan(2);
  for (const { suspension, block, unblock, line } of told) {
    if (suspension.state === 'proposed') expect(line.blockedBy).toBeNull();
    else expect(block?.state).toBe('done');
    if (suspension.state !== 'restored') expect(suspension.debtKopecks).toBeGreaterThan(0);
    if (suspension.state === 'restored') expect(unblock?.state).toBe('done');
  }
  expect(told.filter(({ suspension }) => suspension.state === 'restored').length).toBeGreaterThan(0);
});
