import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#app/features/access/can.ts';
import { findAnything } from '#app/features/request/find-anything.ts';
import { readRequestList } from '#app/features/request/read-request-list.ts';
import { parseRequestQuery } from '#app/features/request/request-query.ts';
import { digitsTerm, readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import { type Databases, openDatabases, type TenantDb } from '#db/open.ts';
import { countOpenRequests } from '#db/tenant/queries/requests.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { tenantOf } from '#seeds/plan.ts';
import { seedRequestsAtScale } from '#seeds/scale.ts';
import type { BenchContext, Measured } from './bench.ts';
import { openStand, planOf } from './stand.ts';
import { median, percentile, rounded } from './statistics.ts';

const requestsInAll = 1_000_000;
const rounds = 5;
const readsEach = 200;
const plan = { ...planOf(35, 0), lines: { mts: 9000, beeline: 6500, megafon: 5500 } };
const actor: Actor = { userId: 'author-7', name: 'Ольга', roles: ['agent'] };

/** `raw`: the same rows by their keys, through the client alone. */
type Pair = { ours: () => Promise<unknown>; raw: () => Promise<unknown> };

/** The request list and the search of a tenant with a million requests, beside raw reads of the same rows. */
export async function queuePage({ say }: BenchContext): Promise<Measured> {
  const stand = await openStand({ plans: [plan] });
  const databases = await openDatabases({ dataDir: stand.dataDir });
  try {
    const db = await databases.openTenant(tenantOf(plan).id);
    const scale = { first: 1, count: requestsInAll, clock: plan.clock, days: 540 };
    await seedRequestsAtScale(db, scale, (done) => {
      if (done % 250_000 === 0) say(`${done} requests`);
    });
    const pairs = await preparePairs(databases, db);
    const figures: Record<string, unknown> = {};
    const limited: Record<string, number> = {};
    for (const [name, pair] of Object.entries(pairs)) {
      const seen = await comparePair(pair);
      say(`${name}: ${JSON.stringify(seen)}`);
      figures[name] = seen;
      limited[`${name}TimesRaw`] = seen.timesRaw;
    }
    return { figures, limited };
  } finally {
    databases.close();
    await stand.close();
  }
}

/** Reads both in turn; the median over the rounds of each one's p99. */
async function comparePair({ ours, raw }: Pair) {
  const p99s: { ours: number; raw: number }[] = [];
  const middles: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const times = { ours: [] as number[], raw: [] as number[] };
    for (let read = 0; read < readsEach; read++) {
      times.ours.push(await timed(ours));
      times.raw.push(await timed(raw));
    }
    // The first round only warms up.
    if (round === 0) continue;
    p99s.push({ ours: percentile(times.ours, 0.99), raw: percentile(times.raw, 0.99) });
    middles.push(median(times.ours) / median(times.raw));
  }
  return {
    p99Ms: rounded(median(p99s.map((p99) => p99.ours))),
    rawP99Ms: rounded(median(p99s.map((p99) => p99.raw))),
    timesRaw: rounded(median(p99s.map((p99) => p99.ours / p99.raw))),
    medianTimesRaw: rounded(median(middles)),
  };
}

async function timed(read: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await read();
  return performance.now() - startedAt;
}

async function preparePairs(databases: Databases, db: TenantDb): Promise<Record<string, Pair>> {
  const [deep] = await db
    .select()
    .from(requests)
    .orderBy(asc(requests.id))
    .limit(1)
    .offset(requestsInAll / 2);
  const [someone] = await db
    .select({ name: subscribers.name, msisdn: lines.msisdn })
    .from(lines)
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .limit(1)
    .offset(10_000);
  const name = someone?.name.split(' ')[0] ?? '';
  return {
    firstPage: await listPair(databases, db, ''),
    filteredPage: await listPair(databases, db, 'state=manual&carrier=beeline'),
    laterPage: await listPair(databases, db, `before=${deep?.id}`),
    sortedByState: await listPair(databases, db, 'sort=state'),
    oldestFirst: await listPair(databases, db, 'sort=oldest'),
    openCounts: {
      ours: () => countOpenRequests(db),
      raw: () =>
        db.$client.execute(
          "select state, count(*) from requests indexed by requests_open_by_state where state not in ('draft', 'done', 'refused', 'cancelled') group by state",
        ),
    },
    searchByNumber: await searchPair(db, someone?.msisdn.slice(-10) ?? ''),
    searchByName: await searchPair(db, name),
  };
}

const rowColumns = `requests.id, requests.number, requests.kind, requests.payload, requests.item_name, requests.state, requests.lane,
  requests.carrier, requests.failure, requests.created_by, requests.created_at, requests.changed_at,
  requests.scheduled_for, requests.batch_id, requests.line_id, lines.msisdn, subscribers.name`;

async function listPair({ control }: Databases, db: TenantDb, search: string): Promise<Pair> {
  const query = parseRequestQuery(new URLSearchParams(search));
  const ours = () => readRequestList({ db, control, actor }, query);
  const ids = (await ours()).items.map(({ id }) => id);
  if (ids.length === 0) throw new Error(`The list "${search}" is empty.`);
  const sql = `select ${rowColumns} from requests join lines on lines.id = requests.line_id
    join subscribers on subscribers.id = lines.subscriber_id
    where requests.id in (${ids.map(() => '?').join()}) order by requests.id desc`;
  return { ours, raw: () => db.$client.execute({ sql, args: ids }) };
}

/** Raw: the terms by their index, then the lines by their keys. */
async function searchPair(db: TenantDb, text: string): Promise<Pair> {
  const found = (await findAnything(db, text)).lines.map(({ lineId }) => lineId);
  if (found.length === 0) throw new Error('The search finds nothing.');
  const { lastDigits, words = [] } = readSearchQuery(text) ?? {};
  const term = lastDigits ? digitsTerm(lastDigits) : (words[0] ?? '');
  const terms = 'select distinct subscriber_id from search_terms where term >= ? and term < ? limit 8';
  const sql = `select lines.id, lines.subscriber_id, subscribers.name, subscribers.kind, contract_number, msisdn,
    carrier, tariff_name, blocked_by from lines join subscribers on subscribers.id = lines.subscriber_id
    where lines.id in (${found.map(() => '?').join()}) order by subscribers.name`;
  return {
    ours: () => findAnything(db, text),
    raw: async () => {
      await db.$client.execute({ sql: terms, args: [term, `${term}\u{10ffff}`] });
      await db.$client.execute({ sql, args: found });
    },
  };
}
