import { countAll } from '#app/features/metric/count-changes.ts';
import { monthsBefore } from '#app/features/report/period.ts';
import type { SeedServices } from '#seeds/demo-world.ts';
import { tenantOf } from '#seeds/plan.ts';
import { seedClosedMonths } from '#seeds/seed-closed-months.ts';
import { volna } from '#seeds/volna.ts';
import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import { fillQueueStand, queue, readQueue, summarise } from './queue-stand.ts';
import { signIn } from './sign-in.ts';
import { Stand } from './stand.ts';
import { rounded } from './statistics.ts';

/** A year as PDF, a month a page, and the queue of the desk alone and while such files are drawn. */
export async function reportFile({ say }: BenchContext): Promise<Measured> {
  const stand = new Stand({});
  const now = new Date();
  await fillQueueStand(stand, (services) => closeMonths(services, now));
  const child = startChild('tests/bench/web-process.ts', [], stand.childEnv());
  try {
    const { ports } = (await child.hear()) as { ports: [number] };
    const pult = `http://127.0.0.1:${ports[0]}`;
    const cookie = await signIn(pult, stand.env.PULT_ORIGIN);
    const client = await signIn(pult, stand.env.PULT_ORIGIN, 'client');
    const month = monthsBefore(now.toISOString().slice(0, 7), 1);
    const file = `${pult}/t/${volna.slug}/report/months/${month}/files/year.pdf`;
    await readQueue(pult + queue, cookie);
    const alone = await drawYear(file, client);
    const idle = summarise(await readQueue(pult + queue, cookie));
    say(`idle: ${JSON.stringify(idle)}; the file: ${JSON.stringify(alone)}`);
    let isReading = true;
    const drawn = drawWhile(() => isReading, file, client);
    const busy = summarise(await readQueue(pult + queue, cookie));
    isReading = false;
    const seconds = Math.max(alone.seconds, ...(await drawn).map((one) => one.seconds));
    say(`while they are drawn: ${JSON.stringify(busy)}`);
    const figures = { idle, busy, pages: alone.pages, drawn: (await drawn).length };
    const limited = { seconds, pages: alone.pages, queueP99Times: rounded(busy.p99Ms / idle.p99Ms) };
    return { figures, limited };
  } finally {
    await child.end();
    await stand.close();
  }
}

async function closeMonths({ databases, secretKey }: SeedServices, now: Date): Promise<void> {
  const db = await databases.openTenant(tenantOf(volna).id);
  await countAll(db, now, volna.timeZone);
  await seedClosedMonths({ db, plan: volna, manager: { id: 'bench', name: 'Ольга' }, secretKey }, now);
}

async function drawYear(url: string, cookie: string): Promise<{ seconds: number; pages: number }> {
  const startedAt = performance.now();
  const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  const drawn = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const seconds = rounded((performance.now() - startedAt) / 1000);
  return { seconds, pages: drawn.match(/\/Type \/Page\b/g)?.length ?? 0 };
}

async function drawWhile(goesOn: () => boolean, url: string, cookie: string) {
  const all: Awaited<ReturnType<typeof drawYear>>[] = [];
  while (goesOn()) all.push(await drawYear(url, cookie));
  return all;
}
