import { join } from 'node:path';
import { openDatabases } from '#db/open.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { closeChannels } from '#seeds/demo-channels.ts';
import { dayFaults } from '#seeds/demo-once.ts';
import { createTenants, demoSimulators, fillTenants } from '#seeds/demo-world.ts';
import { hostSimulators, type SimulatorHost } from '#seeds/host-simulators.ts';
import { demoClock, type TenantPlan, tenantOf } from '#seeds/plan.ts';
import { sever } from '#seeds/sever.ts';
import type { Clock } from '#workers/carrier-desk.ts';
import { type ContactWorld, openContactWorld } from './contact-world.ts';

export type FaultLine = { tenantId: string; id: string; carrier: string };
export type FaultWorld = {
  dataDir: string;
  speed: number;
  startedAt: number;
  clock: Clock;
  host: SimulatorHost;
  env: NodeJS.ProcessEnv;
  tenantIds: string[];
  lines: FaultLine[];
  contacts: ContactWorld;
  close(): Promise<void>;
};
type Options = { dataDir: string; seed: number; speed: number; startedAt: number; clock: Clock };

const secretKey = Buffer.alloc(32, 5);
const small = (slug: string, seed: number, firstNumber: number): TenantPlan => ({
  ...sever,
  slug,
  name: slug,
  seed,
  firstNumber,
  lines: { mts: 700, beeline: 700, megafon: 700 },
  requests: 0,
  openRequests: 0,
  clock: demoClock,
});

/** Two small tenants, six simulated carriers with faults on. The carriers live in the harness and survive. */
export async function openFaultWorld({
  dataDir,
  seed,
  speed,
  startedAt,
  clock,
}: Options): Promise<FaultWorld> {
  const plans = [small('volna', 21, 0), small('sever', 22, 5000)];
  const now = () => clock.now().getTime();
  const specs = await demoSimulators({ plans, dataDir, firstPort: 0, knobs: {}, now });
  const host = await hostSimulators(specs.map((spec) => ({ ...spec, seed: spec.seed * 1000 + seed })));
  const databases = await openDatabases({ dataDir });
  const accounts = { deadlineMs: 800, settings: { megafon: { visibleWithinMs: 60_000 } } };
  const originOf = (plan: TenantPlan, carrier: string) =>
    host.hosted.find((one) => one.tenantId === tenantOf(plan).id && one.carrier === carrier)?.origin ?? '';
  const services = { databases, secretKey, now: clock.now };
  await createTenants(services, plans, originOf, accounts);
  await fillTenants(services, plans, ['harness'], () => {});
  const all: FaultLine[] = [];
  for (const plan of plans) {
    const db = await databases.openTenant(tenantOf(plan).id);
    const rows = await db.select({ id: lines.id, carrier: lines.carrier }).from(lines);
    all.push(...rows.map((row) => ({ ...row, tenantId: tenantOf(plan).id })));
  }
  const contacts = await openContactWorld(services, plans, clock.now());
  databases.close();
  const latencyMs = 5;
  for (const { simulator } of host.hosted) simulator.turn({ latencyMs, workMs: 1000, faults: dayFaults });
  const env = {
    PATH: process.env.PATH,
    PULT_DATA_DIR: join(dataDir),
    PULT_SECRET_KEY: secretKey.toString('base64'),
    PORT: '0',
    LOG_LEVEL: 'fatal',
  };
  const tenantIds = plans.map((plan) => tenantOf(plan).id);
  const close = () => Promise.all([host.close(), closeChannels(contacts.channels)]).then(() => {});
  return { dataDir, speed, startedAt, clock, host, env, tenantIds, lines: all, contacts, close };
}
