import { expect, test } from 'vitest';
import { openChurnNight } from '#app/features/churn/open-churn-night.ts';
import { scoreNight } from '#app/features/churn/score-night.ts';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import { readModelCard } from '#app/features/prediction/read-model-card.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { churnScores, departures } from '#db/tenant/schema/churn.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { tenantOf } from './plan.ts';
import { seedChurn } from './seed-churn.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const now = new Date('2026-11-20T12:00:00Z');

test('the demo has lives in which a model finds who leaves, and the night scores the others', async () => {
  const plan = { ...sever, lines: { mts: 900, beeline: 700, megafon: 600 }, requests: 1200 };
  const { databases } = await openTestTenant();
  const { control } = databases;
  await commit(control, [control.insert(tenants).values(tenantOf(plan))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, ['u1']);
  await seedChurn({ db, control }, plan, 'm', now);
  const { inForce, trainings } = await readModelCard(db, 'churn');
  expect(inForce?.training?.auc).toBeGreaterThan(0.65);
  expect(trainings).toMatchObject([{ outcome: 'in-force', number: 2 }]);
  const left = await db.select().from(departures);
  expect(left.length).toBeGreaterThan(200);
  await openChurnNight(db, now, control, churnPlan.openModel);
  expect(await scoreNight({ db, now: () => now, timeZone: plan.timeZone }, '2026-11-20')).toBe('over');
  const scores = await db.select().from(churnScores);
  const away = left.filter(({ returnedOn }) => returnedOn === null).length;
  expect(scores).toHaveLength(2200 - away);
  expect(new Set(scores.map(({ band }) => band))).toEqual(new Set(['low', 'medium', 'high']));
});
