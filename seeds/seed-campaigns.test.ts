import { expect, test } from 'vitest';
import { readTried } from '#app/features/campaign-proof/read-learned.ts';
import { readProof } from '#app/features/campaign-proof/read-proof.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { tenantOf } from './plan.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { seedChurn } from './seed-churn.ts';
import { seedTenant } from './seed-tenant.ts';
import { volna } from './volna.ts';

const now = new Date('2026-11-20T12:00:00Z');
const actor = { userId: 'm', name: 'М', roles: ['manager' as const] };

test('of the demo’s campaigns one works, one is not proven, one runs, and waves tell more together', async () => {
  const plan = { ...volna, requests: 500 };
  const { databases } = await openTestTenant();
  const { control } = databases;
  await commit(control, [control.insert(tenants).values(tenantOf(plan))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(plan).id);
  await seedTenant(db, plan, ['u1']);
  await seedChurn({ db, control }, plan, 'm', now);
  await seedCampaigns({ db, control }, plan, 'm', now);
  const tried = await readTried(db);
  const idOf = (name: string) => tried.find((one) => one.name === name)?.id ?? '';
  const proven = await readProof({ db, actor }, idOf('Первый год вместе'));
  const { uplift = 0, response = 0 } = proven?.ranking?.areas ?? {};
  expect(uplift).toBeGreaterThan(2 * response);
  expect(tried.map(({ name, proof }) => [name, proof?.verdict ?? 'too-early'])).toEqual([
    ['Повторное подключение, осень', 'too-early'],
    ['Новые базовые станции', 'not-proven'],
    ['Второй год, вторая волна', 'not-proven'],
    ['Первый год вместе', 'works'],
    ['Второй год, первая волна', 'not-proven'],
  ]);
  const wave = await readProof({ db, actor }, idOf('Второй год, вторая волна'));
  const widthOf = (effect: { low: number; high: number } | null | undefined) =>
    effect ? effect.high - effect.low : 0;
  expect(wave?.pooled?.waves.length).toBe(2);
  expect(widthOf(wave?.pooled?.proof.effect)).toBeLessThan(0.8 * widthOf(wave?.proof?.effect));
}, 120_000);
