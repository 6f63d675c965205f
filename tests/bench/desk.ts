import { v7 as uuid } from 'uuid';
import { openDatabases } from '#db/open.ts';
import { caseEvents } from '#db/tenant/schema/case.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { createTenants, fillTenants } from '#seeds/demo-world.ts';
import { seedPeople } from '#seeds/people.ts';
import { tenantOf } from '#seeds/plan.ts';
import { pusto } from '#seeds/pusto.ts';
import { seedCasesAtScale } from '#seeds/scale-cases.ts';
import { sever } from '#seeds/sever.ts';
import { volna } from '#seeds/volna.ts';
import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import { measureKeys } from './desk-keys.ts';
import { openStreams } from './live-streams.ts';
import { signIn } from './sign-in.ts';
import { Stand } from './stand.ts';
import { median, percentile, rounded } from './statistics.ts';

const casesInAll = 1_000_000;
const desks = 50;
const readsEach = 200;
const contacts = 20;
const noLines = { mts: 0, beeline: 0, megafon: 0 };
const plan = { ...volna, lines: { mts: 9000, beeline: 6500, megafon: 5500 }, requests: 20_000 };
const plans = [plan, { ...sever, lines: noLines, requests: 0, openRequests: 0 }, pusto];
const desk = `/t/${volna.slug}/desk`;

/** The desk of a tenant with a million cases while fifty are open: pages, live news and keys. */
export async function deskBench({ say }: BenchContext): Promise<Measured> {
  const stand = new Stand({});
  const { lineId, caseId } = await fillStand(stand, say);
  const child = startChild('tests/bench/web-process.ts', [], stand.childEnv());
  try {
    const { ports } = (await child.hear()) as { ports: [number] };
    const pult = `http://127.0.0.1:${ports[0]}`;
    const cookie = await signIn(pult, stand.env.PULT_ORIGIN);
    const streams = await openStreams(`${pult}/t/${volna.slug}/live`, cookie, desks);
    const pages = await measurePages(pult, cookie, { lineId, caseId }, say);
    const news = await measureNews({ pult, cookie, lineId, origin: stand.env.PULT_ORIGIN }, streams);
    say(`news: ${JSON.stringify(news)}`);
    const keys = await measureKeys(pult, cookie, `${desk}/cases`);
    say(`keys: ${JSON.stringify(keys)}`);
    streams.close();
    const worst = Math.max(...Object.values(pages).map(({ p99Ms }) => p99Ms));
    const limited = { worstPageP99Ms: worst, newsP99Ms: news.p99Ms, worstKeyMs: keys.worstMs };
    return { figures: { ...pages, news, keys }, limited };
  } finally {
    await child.end();
    await stand.close();
  }
}

async function fillStand(stand: Stand, say: BenchContext['say']) {
  const databases = await openDatabases({ dataDir: stand.dataDir });
  try {
    const secretKey = Buffer.from(stand.env.PULT_SECRET_KEY, 'base64');
    const services = { databases, secretKey, now: () => new Date() };
    await createTenants(services, plans, () => 'http://127.0.0.1:9', {});
    await seedPeople(services);
    await fillTenants(services, plans, ['author-1'], () => {});
    const db = await databases.openTenant(tenantOf(plan).id);
    const scale = { first: 1_000_000, count: casesInAll, clock: new Date(), days: 540 };
    await seedCasesAtScale(db, scale, (done) => {
      if (done % 100_000 === 0) say(`${done} cases`);
    });
    const [line] = await db.select({ id: lines.id }).from(lines).limit(1);
    const [event] = await db.select({ id: caseEvents.caseId }).from(caseEvents).limit(1);
    return { lineId: line?.id ?? '', caseId: event?.id ?? '' };
  } finally {
    databases.close();
  }
}

type Targets = { lineId: string; caseId: string };

/** The time a page's data takes on the server, as its only reader sees it. */
async function measurePages(
  pult: string,
  cookie: string,
  { lineId, caseId }: Targets,
  say: BenchContext['say'],
) {
  const of = (path: string, routes: string) => `${pult}${desk}/${path}_routes=${encodeURIComponent(routes)}`;
  const targets = {
    queue: of('cases.data?', 'routes/desk/case-list'),
    queueOfCarrier: of('cases.data?carrier=mts&', 'routes/desk/case-list'),
    newest: of('cases.data?sort=newest&state=closed&', 'routes/desk/case-list'),
    casePage: of(`cases/${caseId}.data?`, 'routes/desk/case'),
    subscriberCard: of(`lines/${lineId}.data?`, 'routes/desk/line'),
  };
  const figures: Record<string, { p50Ms: number; p99Ms: number }> = {};
  for (const [name, url] of Object.entries(targets)) {
    const times: number[] = [];
    for (let read = -20; read < readsEach; read++) {
      const startedAt = performance.now();
      const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
      if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
      await answer.arrayBuffer();
      if (read >= 0) times.push(performance.now() - startedAt);
    }
    figures[name] = { p50Ms: rounded(median(times)), p99Ms: rounded(percentile(times, 0.99)) };
    say(`${name}: ${JSON.stringify(figures[name])}`);
  }
  return figures;
}

type Asked = { pult: string; cookie: string; lineId: string; origin: string };

/** From sending a new contact until the last of the open desks has heard of it. */
async function measureNews(
  { pult, cookie, lineId, origin }: Asked,
  streams: Awaited<ReturnType<typeof openStreams>>,
) {
  const times: number[] = [];
  for (let contact = 0; contact < contacts; contact++) {
    const all = streams.next('case');
    const startedAt = performance.now();
    const kind = { kind: 'question', subject: `Новое обращение ${contact}` };
    const body = { formToken: uuid(), channel: 'call', direction: 'inbound', lineId, case: kind };
    const answer = await fetch(`${pult}${desk}/contacts`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
    });
    if (answer.status !== 200) throw new Error(`A contact was answered with ${answer.status}.`);
    await all;
    times.push(performance.now() - startedAt);
  }
  return { p50Ms: rounded(median(times)), p99Ms: rounded(percentile(times, 0.99)) };
}
