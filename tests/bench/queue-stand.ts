import { openDatabases } from '#db/open.ts';
import { createTenants, fillTenants, type SeedServices } from '#seeds/demo-world.ts';
import { seedPeople } from '#seeds/people.ts';
import { tenantOf } from '#seeds/plan.ts';
import { pusto } from '#seeds/pusto.ts';
import { seedCasesAtScale } from '#seeds/scale-cases.ts';
import { sever } from '#seeds/sever.ts';
import { volna } from '#seeds/volna.ts';
import type { Stand } from './stand.ts';
import { median, percentile, rounded } from './statistics.ts';

const casesInAll = 100_000;
const reads = 1000;
const few = { lines: { mts: 900, beeline: 650, megafon: 550 }, requests: 0, openRequests: 0 };
const plans = [volna, sever, pusto].map((plan) => ({ ...plan, ...few }));
export const queue = `/t/${volna.slug}/desk/cases.data?_routes=${encodeURIComponent('routes/desk/case-list')}`;

/** A tenant with a long queue, and its people. `fill`: what else is there of it. */
export async function fillQueueStand(
  stand: Stand,
  fill: (services: SeedServices) => Promise<void> = async () => {},
): Promise<void> {
  const databases = await openDatabases({ dataDir: stand.dataDir });
  try {
    const secretKey = Buffer.from(stand.env.PULT_SECRET_KEY, 'base64');
    const services = { databases, secretKey, now: () => new Date() };
    await createTenants(services, plans, () => 'http://127.0.0.1:9', {});
    await seedPeople(services);
    await fillTenants(services, plans, ['author-1'], () => {});
    const db = await databases.openTenant(tenantOf(volna).id);
    const scale = { first: 1_000_000, count: casesInAll, clock: new Date(), days: 540 };
    await seedCasesAtScale(db, scale, () => {});
    await fill(services);
  } finally {
    databases.close();
  }
}

/** The time the queue's data takes, one read after the other, as long as `goesOn`. */
export async function readQueue(url: string, cookie: string, goesOn = () => true): Promise<number[]> {
  const times: number[] = [];
  while (times.length < reads && goesOn()) {
    const startedAt = performance.now();
    const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
    await answer.arrayBuffer();
    times.push(performance.now() - startedAt);
  }
  return times;
}

export function summarise(times: readonly number[]) {
  return {
    reads: times.length,
    p50Ms: rounded(median(times)),
    p99Ms: rounded(percentile(times, 0.99)),
  };
}
