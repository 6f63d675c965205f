import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '#app/platform/context.ts';
import { carriers } from '#carriers/registry.ts';
import type { Knobs } from '#carriers/simulation.ts';
import { commit } from '#db/commit.ts';
import { carrierAccounts, tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { simulatedAccountOf } from './carrier-accounts.ts';
import type { SimulatorSpec } from './host-simulators.ts';
import { type SeededCarrier, seededCarriers, type TenantPlan, tenantOf } from './plan.ts';
import { pusto } from './pusto.ts';
import { seedKnowledge } from './seed-knowledge.ts';
import { seedTenant, simulatedLines } from './seed-tenant.ts';
import { sever } from './sever.ts';
import { volna } from './volna.ts';

export const demoPlans: TenantPlan[] = [volna, sever, pusto];

/** The simulated carriers of every demo tenant that has lines. `firstPort` 0: any free ones. */
export async function demoSimulators(options: {
  plans: TenantPlan[];
  dataDir: string;
  firstPort: number;
  knobs: Partial<Knobs>;
  now: () => number;
}): Promise<SimulatorSpec[]> {
  const folder = join(options.dataDir, 'carriers');
  mkdirSync(folder, { recursive: true });
  const specs: SimulatorSpec[] = [];
  for (const plan of options.plans) {
    const lines = await simulatedLines(plan);
    for (const carrier of seededCarriers) {
      specs.push({
        tenantId: tenantOf(plan).id,
        carrier,
        seed: plan.seed,
        lines: lines[carrier],
        port: options.firstPort === 0 ? 0 : options.firstPort + specs.length,
        ledgerFile: join(folder, `${plan.slug}-${carrier}.jsonl`),
        knobs: options.knobs,
        now: options.now,
      });
    }
  }
  return specs;
}

export type Origins = (plan: TenantPlan, carrier: SeededCarrier) => string;
/** Settings of an account that a demo overrides, such as how long a carrier may keep silent. */
export type AccountOverrides = { deadlineMs?: number; settings?: Record<string, Record<string, unknown>> };

/** What seeding needs: no carrier is asked, nobody listens. */
export type SeedServices = Pick<Services, 'databases' | 'secretKey' | 'now'>;

/** Migrates everything, and makes the tenants with their accounts when there are none. Says whether it did. */
export async function createTenants(
  services: SeedServices,
  plans: TenantPlan[],
  origins: Origins,
  overrides: AccountOverrides,
): Promise<boolean> {
  const { control } = services.databases;
  await migrateDatabase(control, 'control');
  const known = await control.select({ id: tenants.id }).from(tenants).limit(1);
  const isFirst = known.length === 0;
  if (isFirst) {
    await commit(
      control,
      plans.map((plan) => control.insert(tenants).values(tenantOf(plan))),
    );
    for (const plan of plans) await seedAccounts(services, plan, origins, overrides);
  }
  await migrateAll(services.databases);
  return isFirst;
}

/** Fills tenants with their lines and their history, whose requests were made by `authors`. */
export async function fillTenants(
  { databases }: SeedServices,
  plans: TenantPlan[],
  authors: string[],
  report: (text: string, part: number) => void,
): Promise<void> {
  for (const plan of plans) {
    const db = await databases.openTenant(tenantOf(plan).id);
    await seedTenant(db, plan, authors, (done, all) => report(plan.name, all === 0 ? 1 : done / all));
    await seedKnowledge(db, plan, authors);
  }
}

async function seedAccounts(
  { databases, secretKey }: SeedServices,
  plan: TenantPlan,
  origins: Origins,
  overrides: AccountOverrides,
): Promise<void> {
  const { control } = databases;
  for (const carrier of seededCarriers) {
    const simulator = await carriers[carrier]?.simulator();
    if (!simulator) throw new Error(`The registry has no carrier "${carrier}".`);
    const row = simulatedAccountOf(plan, carrier, simulator, origins(plan, carrier), secretKey);
    const settings = { ...(row.settings as object), ...overrides.settings?.[carrier] };
    const deadline = overrides.deadlineMs === undefined ? {} : { deadlineMs: overrides.deadlineMs };
    await commit(control, [
      control.insert(carrierAccounts).values({ ...row, ...deadline, settings, concurrency: 8 }),
    ]);
  }
}
