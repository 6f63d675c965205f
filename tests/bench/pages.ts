import { setTimeout } from 'node:timers/promises';
import { openDatabases } from '#db/open.ts';
import { createTenants, fillTenants } from '#seeds/demo-world.ts';
import { seedPeople } from '#seeds/people.ts';
import { pusto } from '#seeds/pusto.ts';
import { sever } from '#seeds/sever.ts';
import { volna } from '#seeds/volna.ts';
import type { BenchContext, Measured } from './bench.ts';
import { type Child, startChild } from './child.ts';
import { signIn } from './sign-in.ts';
import { Stand } from './stand.ts';
import { median, rounded } from './statistics.ts';

const rounds = 5;
const warmUps = 60;
const requestsEach = 100;
const noLines = { mts: 0, beeline: 0, megafon: 0 };
const plans = [
  { ...volna, lines: { mts: 1200, beeline: 900, megafon: 700 }, requests: 6000 },
  { ...sever, lines: noLines, requests: 0, openRequests: 0 },
  pusto,
];
const list = `/t/${volna.slug}/desk/requests`;

/**
 * Server CPU of the request list as page and as data, beside a bare page of the same process. `queueData` is
 * what a browser asks for when it walks from one view of the list to another.
 */
export async function pages({ say }: BenchContext): Promise<Measured> {
  const stand = new Stand({});
  let child: Child | undefined;
  try {
    const databases = await openDatabases({ dataDir: stand.dataDir });
    const secretKey = Buffer.from(stand.env.PULT_SECRET_KEY, 'base64');
    const services = { databases, secretKey, now: () => new Date() };
    await createTenants(services, plans, () => 'http://127.0.0.1:9', {});
    await seedPeople(services);
    await fillTenants(services, plans, ['author-1'], () => {});
    databases.close();
    child = startChild('tests/bench/web-process.ts', ['beside-bare'], stand.childEnv());
    const { ports } = (await child.hear()) as { ports: [number, number] };
    const [pult, bare] = ports.map((port) => `http://127.0.0.1:${port}`);
    const cookie = await signIn(pult ?? '', stand.env.PULT_ORIGIN);
    const targets = {
      queuePage: `${pult}${list}`,
      queueData: `${pult}${list}.data?state=done&_routes=routes%2Fdesk%2Frequest-list`,
      queueDataWithItsFrame: `${pult}${list}.data?state=done`,
      barePage: `${bare}/bare`,
      bareData: `${bare}/bare.data`,
    };
    const figures = await measureAll(child, targets, cookie, say);
    return { figures, limited: { queueDataCpuMs: figures.queueData.cpuMs } };
  } finally {
    await child?.end();
    await stand.close();
  }
}

type Seen = { cpuMs: number; bytes: number };

async function measureAll<Name extends string>(
  child: Child,
  targets: Record<Name, string>,
  cookie: string,
  say: (text: string) => void,
): Promise<Record<Name, Seen>> {
  const names = Object.keys(targets) as Name[];
  const seen = new Map<Name, Seen[]>(names.map((name) => [name, []]));
  for (const name of names) await ask(targets[name], cookie, warmUps);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      await setTimeout(200);
      const before = await child.cpuMs();
      const bytes = await ask(targets[name], cookie, requestsEach);
      seen.get(name)?.push({ cpuMs: ((await child.cpuMs()) - before) / requestsEach, bytes });
      say(`${name}: ${seen.get(name)?.at(-1)?.cpuMs.toFixed(2)} ms`);
    }
  }
  const middle = (all: Seen[]) => ({
    cpuMs: rounded(median(all.map((one) => one.cpuMs))),
    bytes: all[0]?.bytes ?? 0,
  });
  return Object.fromEntries(names.map((name) => [name, middle(seen.get(name) ?? [])])) as Record<Name, Seen>;
}

/** One after another over one connection; returns the length of an answer. */
async function ask(url: string, cookie: string, times: number): Promise<number> {
  let bytes = 0;
  for (let time = 0; time < times; time++) {
    const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
    bytes = (await answer.arrayBuffer()).byteLength;
  }
  return bytes;
}
