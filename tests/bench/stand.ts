import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#app/features/access/can.ts';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { type Env, readEnv } from '#app/platform/env.ts';
import { createLog } from '#app/platform/log.ts';
import { carriers } from '#carriers/registry.ts';
import { commit } from '#db/commit.ts';
import { carrierAccounts, tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { simulatedAccountOf } from '#seeds/carrier-accounts.ts';
import type { CarrierAccountRow } from '#seeds/factories.ts';
import { seededCarriers, type TenantPlan, tenantOf } from '#seeds/plan.ts';
import { seedTenant, simulatedLines } from '#seeds/seed-tenant.ts';
import { type Running, run } from '#workers/run.ts';
import { type CarriersAside, startCarriersAside } from './carriers-aside.ts';

const secretKey = Buffer.alloc(32, 7);
const lead: Actor = { userId: 'bench-lead', name: 'Вера Измерова', roles: ['lead'] };

export type StandOptions = {
  plans: TenantPlan[];
  account?: Partial<CarrierAccountRow>;
  redisUrl?: string;
};

/** Seeded tenants in a temporary folder, each with its carriers on a thread of their own. */
export class Stand {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'pult-bench-'));
  readonly env: Env;
  readonly #carriers = new Map<string, CarriersAside>();

  constructor({ redisUrl }: { redisUrl?: string | undefined }) {
    this.env = readEnv({
      PULT_DATA_DIR: this.dataDir,
      PULT_SECRET_KEY: secretKey.toString('base64'),
      PORT: '0',
      LOG_LEVEL: 'error',
      REDIS_URL: redisUrl,
    });
  }

  /** The same configuration for a process of its own. */
  childEnv(): Record<string, string> {
    const { PULT_DATA_DIR, PULT_SECRET_KEY, PULT_ORIGIN } = this.env;
    return { PULT_DATA_DIR, PULT_SECRET_KEY, PULT_ORIGIN, PORT: '0', LOG_LEVEL: 'error' };
  }

  /** The whole of Pult in this process, without pages. */
  start(): Promise<Running> {
    const createServer = async () => ({ fetch: () => new Response(null, { status: 404 }) });
    return run({ env: this.env, role: 'all', log: createLog(this.env), createServer });
  }

  carriersOf(plan: TenantPlan): CarriersAside {
    const aside = this.#carriers.get(plan.slug);
    if (!aside) throw new Error(`No carriers run for ${plan.name}.`);
    return aside;
  }

  async hostCarriers(plan: TenantPlan): Promise<CarriersAside> {
    const lines = await simulatedLines(plan);
    const specs = seededCarriers.map((carrier) => ({
      tenantId: tenantOf(plan).id,
      carrier,
      seed: plan.seed,
      lines: lines[carrier],
      port: 0,
    }));
    const aside = await startCarriersAside(specs);
    this.#carriers.set(plan.slug, aside);
    return aside;
  }

  async close(): Promise<void> {
    for (const aside of this.#carriers.values()) await aside.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export async function openStand(options: StandOptions): Promise<Stand> {
  const stand = new Stand(options);
  const databases = await openDatabases({ dataDir: stand.dataDir });
  try {
    const { control } = databases;
    await migrateDatabase(control, 'control');
    await commit(control, [control.insert(tenants).values(options.plans.map(tenantOf))]);
    await migrateAll(databases);
    for (const plan of options.plans) await seedPlan(stand, databases, plan, options.account ?? {});
  } finally {
    databases.close();
  }
  return stand;
}

async function seedPlan(
  stand: Stand,
  databases: Databases,
  plan: TenantPlan,
  overrides: Partial<CarrierAccountRow>,
): Promise<void> {
  const aside = await stand.hostCarriers(plan);
  for (const carrier of seededCarriers) {
    const simulator = await carriers[carrier]?.simulator();
    if (!simulator) throw new Error(`The registry has no carrier "${carrier}".`);
    const row = simulatedAccountOf(plan, carrier, simulator, aside.originOf(carrier), secretKey);
    const { control } = databases;
    await commit(control, [
      control.insert(carrierAccounts).values({ ...row, deadlineMs: 10_000, ...overrides }),
    ]);
  }
  await seedTenant(await databases.openTenant(tenantOf(plan).id), plan, [lead.userId]);
}

/** A lead at this tenant's desk, as of now. */
export async function deskOf(running: Running, plan: TenantPlan): Promise<() => RequestDesk> {
  const { databases, carriers: desk, now } = running.services;
  const db: TenantDb = await databases.openTenant(tenantOf(plan).id);
  return () => ({ db, carriers: desk, actor: lead, now: now() });
}

/** A small tenant of its own for each seed. */
export function planOf(seed: number, linesEach: number): TenantPlan {
  return {
    slug: `bench-${seed}`,
    name: `Измерение ${seed}`,
    colour: '#1c7ed6',
    timeZone: 'Europe/Moscow',
    seed,
    clock: new Date('2026-11-20T12:00:00Z'),
    lines: { mts: linesEach, beeline: linesEach, megafon: linesEach },
    firstNumber: 0,
    contractPrefix: 'И',
    requests: 0,
    openRequests: 0,
  };
}
