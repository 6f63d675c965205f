import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import { type Env, readEnvUnder } from '#app/platform/env.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer } from '#app/server.ts';
import type { Knobs } from '#carriers/simulation.ts';
import { memberships } from '#db/control/schema.ts';
import { openDatabases } from '#db/open.ts';
import { ownDataFolder } from '#db/owner.ts';
import type { Clock } from '#workers/carrier-desk.ts';
import { type Running, run } from '#workers/run.ts';
import {
  type AccountOverrides,
  createTenants,
  demoPlans,
  demoSimulators,
  fillTenants,
} from './demo-world.ts';
import { hostSimulators, type SimulatorHost } from './host-simulators.ts';
import { seedPeople } from './people.ts';
import { type SeededCarrier, type TenantPlan, tenantOf } from './plan.ts';
import { seedContacts } from './seed-contacts.ts';
import { sever } from './sever.ts';
import { volna } from './volna.ts';

export type DemoOptions = {
  dataDir: string;
  port: number;
  /** 0: the simulators take any free ports. */
  simulatorsFrom: number;
  knobs: Partial<Knobs>;
  accounts: AccountOverrides;
  clock: Clock;
  logLevel: Env['LOG_LEVEL'];
  report(text: string, part: number): void;
};
export type Demo = { running: Running; host: SimulatorHost; stop(): Promise<void> };

/** Everything in one process: simulated carriers, seeded databases, workers and the web. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { dataDir, clock } = options;
  mkdirSync(dataDir, { recursive: true });
  const env = readEnvUnder({
    PULT_DATA_DIR: dataDir,
    PULT_SECRET_KEY: demoKey(dataDir),
    PULT_ORIGIN: `http://localhost:${options.port}`,
    PORT: String(options.port),
    LOG_LEVEL: options.logLevel,
  });
  const specs = await demoSimulators({
    plans: demoPlans,
    dataDir,
    firstPort: options.simulatorsFrom,
    knobs: {},
    now: () => clock.now().getTime(),
  });
  const host = await hostSimulators(specs);
  try {
    await seed(env, host, options);
    for (const { simulator } of host.hosted) simulator.turn(options.knobs);
    const running = await run({ env, role: 'all', log: createLog(env), createServer, clock });
    const stop = async () => {
      await running.stop();
      await host.close();
    };
    return { running, host, stop };
  } catch (error) {
    await host.close();
    throw error;
  }
}

/** A year of cases, and those that wait for somebody today. */
const contactsOf = [
  [volna, { past: 4000, open: 36 }],
  [sever, { past: 600, open: 8 }],
] as const;

async function seed(env: Env, host: SimulatorHost, options: DemoOptions): Promise<void> {
  const owner = await ownDataFolder(env.PULT_DATA_DIR, 'demo');
  const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR });
  try {
    const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
    const services = { databases, secretKey, now: options.clock.now };
    const isFirst = await createTenants(services, demoPlans, originsOf(host), options.accounts);
    if (!isFirst) return;
    await seedPeople(services);
    const authors = await databases.control
      .selectDistinct({ id: memberships.userId })
      .from(memberships)
      .where(inArray(memberships.role, ['agent', 'lead', 'manager']));
    const authorIds = authors.map(({ id }) => id);
    await fillTenants(services, demoPlans, authorIds, options.report);
    for (const [plan, counts] of contactsOf) await seedContacts(services, plan, counts, authorIds);
  } finally {
    databases.close();
    owner.release();
  }
}

function originsOf(host: SimulatorHost) {
  return (plan: TenantPlan, carrier: SeededCarrier): string => {
    const tenantId = tenantOf(plan).id;
    const hosted = host.hosted.find((one) => one.tenantId === tenantId && one.carrier === carrier);
    if (!hosted) throw new Error(`No simulator of ${carrier} runs for ${plan.name}.`);
    return hosted.origin;
  };
}

/** The demo makes its own key once and keeps it beside its data. */
function demoKey(dataDir: string): string {
  const file = join(dataDir, 'demo-key.txt');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
