import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readModelPage } from '#app/features/prediction/read-model-page.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { models, nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { tenantOf } from './plan.ts';
import { seedDebt } from './seed-debt.ts';
import { seedForecasts } from './seed-forecasts.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const now = new Date('2026-11-20T12:00:00Z');
const manager = { userId: 'm', name: 'М', roles: ['manager'] } as const;

test('the demo has a model that foretold eight months, and a page that says how it held', async () => {
  const plan = { ...sever, lines: { mts: 90, beeline: 60, megafon: 50 }, requests: 1 };
  const { databases } = await openTestTenant();
  await commit(databases.control, [databases.control.insert(tenants).values(tenantOf(plan))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, ['u1']);
  await seedDebt(db, plan, 'm', now);
  await seedForecasts(db, plan, 'm', now);
  const view = await readModelPage(db, manager, '2026-11-20');
  expect(view.inForce?.training?.auc).toBeGreaterThan(0.7);
  expect(view.trainings).toHaveLength(2);
  expect(view.months.length).toBeGreaterThan(5);
  for (const { charges, foretold, late } of view.months) {
    expect(foretold).toBeLessThan(charges);
    expect(Math.abs(foretold - late) / charges).toBeLessThan(0.35);
  }
  const early = await db
    .select({ at: nonpaymentForecasts.at })
    .from(nonpaymentForecasts)
    .innerJoin(
      models,
      sql`${models.id} = ${nonpaymentForecasts.modelId} and ${models.trainedAt} > ${nonpaymentForecasts.at}`,
    );
  expect(early).toHaveLength(0);
  expect(view.mayTrain).toBe(true);
});
