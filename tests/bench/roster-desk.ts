import { openDatabases } from '#db/open.ts';
import { createTenants, fillTenants } from '#seeds/demo-world.ts';
import { seedPeople } from '#seeds/people.ts';
import { tenantOf } from '#seeds/plan.ts';
import { pusto } from '#seeds/pusto.ts';
import { seedCasesAtScale } from '#seeds/scale-cases.ts';
import { sever } from '#seeds/sever.ts';
import { volna } from '#seeds/volna.ts';
import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import { signIn } from './sign-in.ts';
import { Stand } from './stand.ts';
import { median, percentile, rounded } from './statistics.ts';

const casesInAll = 100_000;
const reads = 1000;
const few = { lines: { mts: 900, beeline: 650, megafon: 550 }, requests: 0, openRequests: 0 };
const plans = [volna, sever, pusto].map((plan) => ({ ...plan, ...few }));
const queue = `/t/${volna.slug}/desk/cases.data?_routes=${encodeURIComponent('routes/desk/case-list')}`;

/** The queue of the desk alone, and while a thread of the same process makes a roster of 300 people. */
export async function rosterDesk({ say }: BenchContext): Promise<Measured> {
  const stand = new Stand({});
  await fillStand(stand);
  const child = startChild('tests/bench/web-process.ts', [], stand.childEnv());
  try {
    const { ports } = (await child.hear()) as { ports: [number] };
    const pult = `http://127.0.0.1:${ports[0]}`;
    const cookie = await signIn(pult, stand.env.PULT_ORIGIN);
    await readQueue(pult + queue, cookie);
    const idle = summarise(await readQueue(pult + queue, cookie));
    say(`idle: ${JSON.stringify(idle)}`);
    let isSolving = true;
    child.tell('solve');
    const solved = child.hear().then((answer) => {
      isSolving = false;
      return answer;
    });
    const busy = summarise(await readQueue(pult + queue, cookie, () => isSolving));
    say(`while it solves: ${JSON.stringify(busy)}`);
    const { gap } = (await solved) as { gap: number };
    const figures = { idle, busy, gap, medianTimes: rounded(busy.p50Ms / idle.p50Ms) };
    return { figures, limited: { deskP99Times: rounded(busy.p99Ms / idle.p99Ms) } };
  } finally {
    await child.end();
    await stand.close();
  }
}

async function fillStand(stand: Stand): Promise<void> {
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
  } finally {
    databases.close();
  }
}

/** The time the queue's data takes, one read after the other, as long as `goesOn`. */
async function readQueue(url: string, cookie: string, goesOn = () => true): Promise<number[]> {
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

function summarise(times: readonly number[]) {
  return {
    reads: times.length,
    p50Ms: rounded(median(times)),
    p99Ms: rounded(percentile(times, 0.99)),
  };
}
