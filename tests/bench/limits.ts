import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { createBatch } from '#app/features/batch/create-batch.ts';
import { countBatch, countOpenRequests } from '#db/tenant/queries/requests.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import type { Running } from '#workers/run.ts';
import type { BenchContext, Measured } from './bench.ts';
import { deskOf, openStand, planOf } from './stand.ts';
import { rounded } from './statistics.ts';

const windows = [
  { windowMs: 1000, max: 3 },
  { windowMs: 60_000, max: 60 },
];
const backlog = 200;
/** From the first request at the carrier to the restart, and to the end of measuring. */
const restartAfterMs = 75_000;
const measuredMs = 200_000;
const plan = { ...planOf(32, 0), lines: { mts: backlog + 40, beeline: 0, megafon: 0 } };

/** A backlog at an account with two windows, one restart in the middle: counted by the carrier itself. */
export async function limits({ say }: BenchContext): Promise<Measured> {
  const stand = await openStand({ plans: [plan], account: { windows, deadlineMs: 30_000 } });
  const mts = stand.carriersOf(plan);
  const count = async () => {
    const found = (await mts.look()).carriers.find(({ carrier }) => carrier === 'mts');
    if (!found) throw new Error('MTS is not simulated.');
    return found.counts;
  };
  let running = await stand.start();
  try {
    await mts.turn('mts', { limits: windows.map((window) => ({ ...window, retryAfter: true })) });
    const batchId = await makeBacklog(running);
    while ((await count()).requests === 0) await setTimeout(5);
    const startedAt = performance.now();
    await until(startedAt + restartAfterMs, async () => say(`${(await count()).requests} requests so far`));
    const stoppedAt = performance.now();
    const beforeStop = (await count()).requests;
    await running.stop();
    const stopMs = performance.now() - stoppedAt;
    const afterStop = (await count()).requests;
    running = await stand.start();
    const downMs = performance.now() - stoppedAt - stopMs;
    say(`Restarted: stopping took ${stopMs.toFixed(0)} ms, starting ${downMs.toFixed(0)} ms.`);
    await until(startedAt + measuredMs, async () => say(`${(await count()).requests} requests so far`));
    const counts = await count();
    const allowed = allowedIn(performance.now() - startedAt);
    const desk = await deskOf(running, plan);
    const open = await countOpenRequests(desk().db);
    const most = (windowMs: number) =>
      counts.busiest.find((window) => window.windowMs === windowMs)?.requests ?? Number.NaN;
    return {
      figures: {
        requestsAtTheCarrier: counts.requests,
        allowed,
        stopMs: rounded(stopMs),
        sentWhileStopping: afterStop - beforeStop,
        startMs: rounded(downMs),
        ended: await countBatch(desk().db, batchId),
        stillOpen: open,
      },
      limited: {
        busiestSecond: most(1000),
        busiestMinute: most(60_000),
        throttled: counts.throttled,
        useOfWindows: rounded(counts.requests / allowed),
      },
    };
  } finally {
    await running.stop();
    await stand.close();
  }
}

async function makeBacklog(running: Running): Promise<string> {
  const desk = await deskOf(running, plan);
  const found = await desk().db.select({ msisdn: lines.msisdn }).from(lines).limit(backlog);
  const id = uuid();
  const made = await createBatch(desk(), {
    id,
    title: 'Очередь',
    carrier: 'mts',
    change: { kind: 'line.block', reason: 'wish' },
    list: found.map(({ msisdn }) => msisdn).join('\n'),
  });
  if (!made.ok) throw new Error(`The batch was refused: ${made.error.code}.`);
  return id;
}

async function until(end: number, report: () => Promise<void>): Promise<void> {
  while (performance.now() < end) {
    await setTimeout(Math.min(15_000, Math.max(0, end - performance.now())));
    await report();
  }
}

/** What both windows let through in this long from a first request on: 60 at 3 a second, each minute anew. */
function allowedIn(ms: number): number {
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.floor((ms - minutes * 60_000) / 1000) + 1;
  return minutes * 60 + Math.min(60, seconds * 3);
}
