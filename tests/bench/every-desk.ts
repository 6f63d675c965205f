import { createLive } from '#app/platform/live.ts';
import { startSession } from '#app/platform/session.ts';
import { openDatabases } from '#db/open.ts';
import { type TenantPlan, tenantOf } from '#seeds/plan.ts';
import { addPerson, visit } from '#tests/setup/test-people.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import type { Stand } from './stand.ts';

/** Somebody who works for every tenant of the stand; returns his cookie. Nobody else has its files open. */
export async function hireForAll({ env }: Stand, plans: TenantPlan[]): Promise<string> {
  const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR });
  const now = () => new Date();
  const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
  const services = {
    env,
    secretKey,
    databases,
    carriers: createCarrierDesk(databases.control, secretKey, { now, sleep: () => Promise.resolve() }),
    live: createLive(),
    now,
    health: async () => ({ queues: [], accounts: [], tenants: [] }),
  };
  const places = plans.map((plan) => ({ role: 'lead' as const, tenantId: tenantOf(plan).id }));
  const userId = await addPerson(services, 'lead@example.com', places);
  const cookie = await startSession(services, userId, visit);
  databases.close();
  return cookie.split(';')[0] ?? '';
}

/** Loads the list of requests of each tenant once, as a page. */
export async function openEveryDesk(port: number, cookie: string, plans: TenantPlan[]): Promise<void> {
  for (const { slug } of plans) {
    const page = await fetch(`http://127.0.0.1:${port}/t/${slug}/desk/requests`, {
      headers: { Cookie: cookie },
      redirect: 'error',
    });
    if (!page.ok) throw new Error(`The desk of ${slug} answered ${page.status}.`);
    await page.arrayBuffer();
  }
}
