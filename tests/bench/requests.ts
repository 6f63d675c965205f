import { setTimeout } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { createBatch } from '#app/features/batch/create-batch.ts';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { countBatch, countOpenRequests } from '#db/tenant/queries/requests.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { seededCarriers } from '#seeds/plan.ts';
import type { Running } from '#workers/run.ts';
import type { BenchContext, Measured } from './bench.ts';
import { profileCpu } from './cpu-profile.ts';
import { startPrivateRedis } from './private-redis.ts';
import { createRawQueue } from './raw-queue.ts';
import { deskOf, openStand, planOf, type Stand } from './stand.ts';
import { median, rounded } from './statistics.ts';

const rounds = 3;
const requestsEach = 200;
/** One round to warm up, one under the profiler. */
const plan = planOf(31, (rounds + 2) * requestsEach + 100);
const rawJobs = { embedded: 1500, redis: 15_000 };
const patienceMs = 180_000;

/** Requests from the batch command to their end through three carriers, beside empty jobs of the same queue. */
export async function requests({ say }: BenchContext): Promise<Measured> {
  const embedded = await onBackend({ say }, undefined);
  const redis = await startPrivateRedis();
  if (!redis) {
    return {
      figures: { embedded, redis: 'redis-server is not on PATH' },
      limited: { embeddedShareOfRaw: embedded.shareOfRaw, redisShareOfRaw: null },
    };
  }
  try {
    const onRedis = await onBackend({ say }, redis.url);
    return {
      figures: { embedded, redis: onRedis },
      limited: { embeddedShareOfRaw: embedded.shareOfRaw, redisShareOfRaw: onRedis.shareOfRaw },
    };
  } finally {
    await redis.stop();
  }
}

async function onBackend({ say }: Pick<BenchContext, 'say'>, redisUrl: string | undefined) {
  const account = { concurrency: 64 };
  const stand = await openStand({ plans: [plan], account, ...(redisUrl ? { redisUrl } : {}) });
  const running = await stand.start();
  try {
    return await measure({ say }, stand, running);
  } finally {
    await running.stop();
    await stand.close();
  }
}

async function measure({ say }: Pick<BenchContext, 'say'>, stand: Stand, running: Running) {
  const { kind } = running.store;
  const desk = await deskOf(running, plan);
  const raw = createRawQueue(running.store);
  await playRound(desk);
  await raw(200);
  const rawRates: number[] = [];
  const rates: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rawRates.push(await raw(rawJobs[kind]));
    const before = process.threadCpuUsage();
    rates.push(await playRound(desk));
    const { user, system } = process.threadCpuUsage(before);
    cpu.push((user + system) / 1000 / (requestsEach * seededCarriers.length));
    say(
      `${kind}: ${rates.at(-1)?.toFixed(1)} requests/s, ${rawRates.at(-1)?.toFixed(0)} empty jobs/s, ${cpu.at(-1)?.toFixed(1)} ms CPU`,
    );
  }
  const simulators = (await stand.carriersOf(plan).look()).cpuMs;
  const where = await profileCpu(() => playRound(desk));
  const after = await stand.carriersOf(plan).look();
  return {
    requestsPerSecond: rounded(median(rates)),
    rawJobsPerSecond: rounded(median(rawRates)),
    shareOfRaw: rounded(median(rates.map((rate, index) => rate / (rawRates[index] ?? Number.NaN)))),
    mainThreadCpuMsPerRequest: rounded(median(cpu)),
    simulatorsCpuMsPerRequest: rounded((after.cpuMs - simulators) / (requestsEach * seededCarriers.length)),
    appliedByCarriers: after.carriers.map(({ carrier, applied, counts }) => ({
      carrier,
      applied,
      calls: counts.requests,
    })),
    where,
  };
}

/** Blocks fresh lines at every carrier and waits for the last; requests per second. Throws when one is not done. */
async function playRound(desk: () => RequestDesk): Promise<number> {
  const lists = await Promise.all(seededCarriers.map((carrier) => freshLines(desk(), carrier)));
  const ids = seededCarriers.map(() => uuid());
  const startedAt = performance.now();
  for (const [index, carrier] of seededCarriers.entries()) {
    const input = { id: ids[index] ?? '', title: 'Измерение', carrier, list: lists[index] ?? '' };
    const made = await createBatch(desk(), { ...input, change: { kind: 'line.block', reason: 'wish' } });
    if (!made.ok) throw new Error(`The batch was refused: ${made.error.code}.`);
  }
  while (Object.keys(await countOpenRequests(desk().db)).length > 0) {
    if (performance.now() - startedAt > patienceMs) throw new Error('The requests did not end.');
    await setTimeout(25);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  for (const id of ids) {
    const ended = await countBatch(desk().db, id);
    if (ended.done !== requestsEach) throw new Error(`A batch ended as ${JSON.stringify(ended)}.`);
  }
  return (requestsEach * seededCarriers.length) / seconds;
}

async function freshLines({ db }: RequestDesk, carrier: string): Promise<string> {
  const found = await db
    .select({ msisdn: lines.msisdn })
    .from(lines)
    .where(and(eq(lines.carrier, carrier), isNull(lines.blockedBy)))
    .limit(requestsEach);
  return found.map(({ msisdn }) => msisdn).join('\n');
}
