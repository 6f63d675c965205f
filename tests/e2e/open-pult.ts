import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#app/platform/env.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer } from '#app/server.ts';
import { openDatabases } from '#db/open.ts';
import { createTenants, demoSimulators, fillTenants } from '#seeds/demo-world.ts';
import { hostSimulators } from '#seeds/host-simulators.ts';
import { type TenantPlan, tenantOf } from '#seeds/plan.ts';
import { sever } from '#seeds/sever.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { addPerson } from '#tests/setup/test-people.ts';
import { run } from '#workers/run.ts';

export const plan: TenantPlan = {
  ...sever,
  slug: 'proba',
  name: 'Проба',
  lines: { mts: 20, beeline: 10, megafon: 10 },
  requests: 60,
  openRequests: 4,
};
const email = 'operator@example.com';
const colleague = 'colleague@example.com';

/** The whole of Pult as it is served, over one small tenant whose carriers are simulated. */
export async function openPult() {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-e2e-'));
  const port = await freePort();
  const secretKey = Buffer.alloc(32, 7);
  const env = readEnv({
    PULT_DATA_DIR: dataDir,
    PULT_SECRET_KEY: secretKey.toString('base64'),
    PULT_ORIGIN: `http://localhost:${port}`,
    PORT: String(port),
    LOG_LEVEL: 'error',
  });
  const specs = await demoSimulators({ plans: [plan], dataDir, firstPort: 0, knobs: {}, now: Date.now });
  const host = await hostSimulators(specs);
  for (const { simulator } of host.hosted) simulator.turn({ workMs: 1500 });
  await seed(
    dataDir,
    secretKey,
    (carrier) => host.hosted.find((one) => one.carrier === carrier)?.origin ?? '',
  );
  const running = await run({ env, role: 'all', log: createLog(env), createServer });
  return {
    origin: env.PULT_ORIGIN,
    email,
    colleague,
    /** A number of each carrier that is not blocked. */
    msisdns: specs.map(({ carrier, lines }) => ({
      carrier,
      msisdn: lines.find((line) => !line.blocked)?.msisdn ?? '',
    })),
    async close() {
      await running.stop();
      await host.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function seed(
  dataDir: string,
  secretKey: Buffer,
  originOf: (carrier: string) => string,
): Promise<void> {
  const databases = await openDatabases({ dataDir });
  const services = { databases, secretKey, now: () => new Date() };
  await createTenants(services, [plan], (_plan, carrier) => originOf(carrier), {});
  const author = await addPerson(services, email, [{ role: 'lead', tenantId: tenantOf(plan).id }]);
  await addPerson(services, colleague, [{ role: 'agent', tenantId: tenantOf(plan).id }]);
  await fillTenants(services, [plan], [author], () => {});
  databases.close();
}
