import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#app/features/access/role.ts';
import { countAll } from '#app/features/metric/count-changes.ts';
import { noteSeen } from '#app/features/routing/set-presence.ts';
import { type Env, readEnvUnder } from '#app/platform/env.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer } from '#app/server.ts';
import type { Knobs } from '#carriers/simulation.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { openDatabases } from '#db/open.ts';
import { ownDataFolder } from '#db/owner.ts';
import type { Clock } from '#workers/carrier-desk.ts';
import { type Running, run } from '#workers/run.ts';
import {
  closeChannels,
  connectChannels,
  type DemoChannel,
  hostChannels,
  joinMessengers,
} from './demo-channels.ts';
import {
  type AccountOverrides,
  createTenants,
  demoPlans,
  demoSimulators,
  fillTenants,
  type SeedServices,
} from './demo-world.ts';
import type { ContactCounts } from './generate-contacts.ts';
import { hostSimulators, type SimulatorHost } from './host-simulators.ts';
import { listColleagueIds, listStaff, seedPeople } from './people.ts';
import { type SeededCarrier, type TenantPlan, tenantOf } from './plan.ts';
import { playShiftLife } from './play-shift-life.ts';
import { seedAdmission } from './seed-admission.ts';
import { seedCabinet } from './seed-cabinet.ts';
import { seedCalibrations } from './seed-calibrations.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { seedChurn } from './seed-churn.ts';
import { seedClosedMonths } from './seed-closed-months.ts';
import { seedCoaching } from './seed-coaching.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedDebt } from './seed-debt.ts';
import { seedDebtHistory } from './seed-debt-history.ts';
import { seedDesk } from './seed-desk.ts';
import { seedForecasts } from './seed-forecasts.ts';
import { seedGame } from './seed-game.ts';
import { seedLadder } from './seed-ladder.ts';
import { seedOffers } from './seed-offers.ts';
import { seedOutreach } from './seed-outreach.ts';
import { seedOwnReports } from './seed-own-reports.ts';
import { seedPromises } from './seed-promises.ts';
import { seedQuality } from './seed-quality.ts';
import { seedRecentCalls } from './seed-recent-calls.ts';
import { seedSaves } from './seed-saves.ts';
import { seedServiceTerms } from './seed-service-terms.ts';
import { seedShiftLife } from './seed-shift-life.ts';
import { seedShifts } from './seed-shifts.ts';
import { seedWorkload } from './seed-workload.ts';
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
export type Demo = {
  running: Running;
  host: SimulatorHost;
  channels: DemoChannel[];
  stop(): Promise<void>;
};

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
  const channelsFrom = options.simulatorsFrom === 0 ? 0 : options.simulatorsFrom + specs.length;
  const channels = await hostChannels([volna, sever], channelsFrom, clock.now());
  const closeHosts = async () => void (await Promise.all([host.close(), closeChannels(channels)]));
  try {
    await seed(env, host, channels, options);
    for (const { simulator } of host.hosted) simulator.turn(options.knobs);
    const running = await run({ env, role: 'all', log: createLog(env), createServer, clock });
    await joinMessengers(running.services, channels, `http://127.0.0.1:${running.port}`);
    const stop = async () => {
      await running.stop();
      await closeHosts();
    };
    return { running, host, channels, stop };
  } catch (error) {
    await closeHosts();
    throw error;
  }
}

/** Eighteen months of cases, and those that wait for somebody today. */
const contactsOf: Record<string, ContactCounts> = {
  volna: { past: 4000, open: 36 },
  sever: { past: 600, open: 8 },
};

async function seed(
  env: Env,
  host: SimulatorHost,
  channels: readonly DemoChannel[],
  options: DemoOptions,
): Promise<void> {
  const owner = await ownDataFolder(env.PULT_DATA_DIR, 'demo');
  const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR });
  try {
    const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
    const services = { databases, secretKey, now: options.clock.now };
    const isFirst = await createTenants(services, demoPlans, originsOf(host), options.accounts);
    if (!isFirst) return await wakeColleagues(services);
    await seedPeople(services);
    const exchangeOf = (plan: TenantPlan) =>
      channels.find((channel) => channel.plan === plan)?.exchange.origin ?? null;
    for (const plan of demoPlans) {
      await fillTenant(services, plan, exchangeOf(plan), options.report);
      await countAll(await databases.openTenant(tenantOf(plan).id), services.now(), plan.timeZone);
    }
    await closeMonths(services);
    const [adminId = ''] = await listStaff(databases.control, null, ['admin']);
    await connectChannels(services, channels, adminId);
  } finally {
    databases.close();
    owner.release();
  }
}

/** What was counted is frozen: the first client's months, as its manager closed them. */
async function closeMonths({ databases, secretKey, now }: SeedServices): Promise<void> {
  const { control } = databases;
  const { id: tenantId } = tenantOf(volna);
  const [id = ''] = await listStaff(control, tenantId, ['manager']);
  const manager = { id, name: (await namesOf(control, [id]))[id] ?? '' };
  const db = await databases.openTenant(tenantId);
  await seedClosedMonths({ db, plan: volna, manager, secretKey }, now());
  await seedOwnReports(db, manager, now());
}

/** They were not silent while the demo was off: their work is not handed over. */
async function wakeColleagues({ databases, now }: SeedServices): Promise<void> {
  for (const plan of demoPlans) {
    const ids = await listColleagueIds(databases.control, plan.slug);
    const db = await databases.openTenant(tenantOf(plan).id);
    for (const userId of ids) await noteSeen(db, userId, now());
  }
}

async function fillTenant(
  services: SeedServices,
  plan: TenantPlan,
  exchange: string | null,
  report: DemoOptions['report'],
): Promise<void> {
  const { databases, now } = services;
  const { id } = tenantOf(plan);
  const staff = (roles: Role[]) => listStaff(databases.control, id, roles);
  await fillTenants(services, [plan], await staff(['agent', 'lead', 'manager']), report);
  const counts = contactsOf[plan.slug];
  if (!counts) return;
  const agents = await staff(['agent', 'lead']);
  const [leadId = agents[0] ?? 'worker'] = await staff(['lead']);
  const colleagues = await listColleagueIds(databases.control, plan.slug);
  await seedContacts(services, plan, counts, agents, exchange);
  const db = await databases.openTenant(id);
  await seedDesk(db, plan, { agents, leadId, colleagues }, now());
  const agentId = agents.find((id) => id !== leadId && !colleagues.includes(id)) ?? leadId;
  const reviewers = await staff(['lead', 'manager']);
  await seedQuality(db, databases.control, plan, { reviewers, agents, agentId }, now());
  const coached = [agentId, ...agents.filter((one) => one !== agentId)].filter((one) => one !== leadId);
  await seedCalibrations(db, plan, { reviewers, clients: await staff(['client']) }, now());
  await seedCoaching({ db, control: databases.control, plan, leadId, now: now() }, coached);
  const [managerId = leadId] = await staff(['manager']);
  await seedGame(db, databases.control, plan, { agents, managerId }, now());
  if (plan === volna) {
    const people = [...agents, ...(await staff(['manager']))];
    const admission = admissionPeople(people, leadId, colleagues);
    await seedAdmission(db, plan, admission, now());
    await seedDebt(db, plan, managerId, now());
    await seedDebtHistory(db, plan.timeZone, now());
    await seedOutreach(db, plan, managerId, now());
    await seedForecasts(db, plan, managerId, now());
    await seedChurn({ db, control: databases.control }, plan, managerId, now());
    const offers = await seedOffers(db, plan, managerId, now());
    await seedSaves(db, plan, { agents: [agentId, ...colleagues], offers }, now());
    await seedCampaigns({ db, control: databases.control }, plan, managerId, now());
    await seedPromises(db, plan, { agents, leadId }, now());
    await seedLadder(db, plan, { managerId, agents }, now());
    await seedWorkload(db, plan, managerId, now());
    const planned = agents.filter((userId) => userId !== admission.newcomerId);
    await seedShifts({ db, control: databases.control, plan, managerId }, planned, now());
    await seedShiftLife({ db, plan }, { agents: planned, colleagues }, now());
    await seedRecentCalls(db, plan, planned, now());
    await playShiftLife({ db, control: databases.control, timeZone: plan.timeZone, managerId }, now());
    await seedServiceTerms(db, plan, managerId, now());
    await seedCabinet(db);
  }
}

/** The agent one signs in as has a test before him, the last colleague is new and admitted to nothing, the rest to all. */
function admissionPeople(people: readonly string[], leadId: string, colleagues: readonly string[]) {
  const newcomerId = colleagues.at(-1) ?? leadId;
  const own = people.filter((userId) => userId !== leadId && !colleagues.includes(userId));
  const [traineeId = leadId] = own;
  const admitted = people.filter((userId) => userId !== traineeId && userId !== newcomerId);
  return { admitted, traineeId, newcomerId };
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
