import { setTimeout } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest, type RequestDesk } from '#app/features/request/draft-request.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { seededCarriers } from '#seeds/plan.ts';
import type { BenchContext, Measured } from './bench.ts';
import { queueHeapOfWork } from './heap-of-work.ts';
import { deskOf, openStand, planOf } from './stand.ts';
import { median, percentile, rounded } from './statistics.ts';

const jobsOfA = 100_000;
const hangMs = 60_000;
const requestsOfB = 12;
const a = planOf(33, 3000);
const b = planOf(34, 60);
const patienceMs = 60_000;

/** One tenant's heap of work and a dead carrier, against the time another tenant's own requests take. */
export async function fairness({ say }: BenchContext): Promise<Measured> {
  const stand = await openStand({ plans: [a, b], account: { concurrency: 8 } });
  const running = await stand.start();
  try {
    const deskOfA = await deskOf(running, a);
    const deskOfB = await deskOf(running, b);
    await playRequests(deskOfB, seededCarriers.length);
    const idle = await playRequests(deskOfB, requestsOfB);
    say(`Idle: ${idle.map(({ sinceConfirmMs }) => Math.round(sinceConfirmMs)).join(' ')} ms`);
    await queueHeapOfWork(deskOfA().db, jobsOfA, new Date());
    await stand.carriersOf(a).turn('mts', { hangUntil: Date.now() + hangMs });
    const hangsUntil = performance.now() + hangMs;
    deskOfA().db.committed([]);
    await setTimeout(3000);
    const busy = await playRequests(deskOfB, requestsOfB);
    say(`Beside it: ${busy.map(({ sinceConfirmMs }) => Math.round(sinceConfirmMs)).join(' ')} ms`);
    const applied = (await stand.carriersOf(a).look()).carriers;
    const ratio = (by: keyof Played) =>
      rounded(median(busy.map((one) => one[by])) / median(idle.map((one) => one[by])));
    return {
      figures: {
        idle: summarise(idle),
        busy: summarise(busy),
        timesIdleFromConfirming: ratio('sinceConfirmMs'),
        timesIdleFromQueued: ratio('sinceQueuedMs'),
        measuredWhileTheCarrierHung: performance.now() < hangsUntil,
        appliedForA: Object.fromEntries(applied.map((one) => [one.carrier, one.applied])),
      },
      limited: { timesIdle: ratio('sinceConfirmMs') },
    };
  } finally {
    await stand.carriersOf(a).turn('mts', { hangUntil: null });
    await running.stop();
    await stand.close();
  }
}

type Played = { sinceConfirmMs: number; sinceQueuedMs: number };

/** A person's requests one after another, the carriers in turn. */
async function playRequests(desk: () => RequestDesk, count: number): Promise<Played[]> {
  const played: Played[] = [];
  for (let index = 0; index < count; index++) {
    played.push(await playRequest(desk, seededCarriers[index % seededCarriers.length] ?? 'mts'));
  }
  return played;
}

/** Drafts, confirms and waits until it is done. */
async function playRequest(desk: () => RequestDesk, carrier: string): Promise<Played> {
  const { db } = desk();
  const [line] = await db
    .select({ id: lines.id })
    .from(lines)
    .where(and(eq(lines.carrier, carrier), isNull(lines.blockedBy)))
    .limit(1);
  const draft = await draftRequest(desk(), {
    lineId: line?.id ?? '',
    payload: { kind: 'line.block', reason: 'wish' },
    formToken: uuid(),
  });
  if (!draft.ok) throw new Error(`The draft was refused: ${JSON.stringify(draft.error)}`);
  const confirmedAt = performance.now();
  const confirmed = await confirmRequest(desk(), { requestId: draft.value.id, version: draft.value.version });
  if (!confirmed.ok) throw new Error(`Confirming was refused: ${JSON.stringify(confirmed.error)}`);
  const queuedAt = performance.now();
  while ((await getRequest(db, draft.value.id))?.state !== 'done') {
    if (performance.now() - queuedAt > patienceMs) throw new Error('The request did not end.');
    await setTimeout(5);
  }
  const doneAt = performance.now();
  return { sinceConfirmMs: doneAt - confirmedAt, sinceQueuedMs: doneAt - queuedAt };
}

function summarise(played: Played[]) {
  const confirm = played.map((one) => one.sinceConfirmMs);
  const queued = played.map((one) => one.sinceQueuedMs);
  return {
    requests: played.length,
    firstMs: rounded(confirm[0] ?? Number.NaN),
    medianMs: rounded(median(confirm)),
    p90Ms: rounded(percentile(confirm, 0.9)),
    medianSinceQueuedMs: rounded(median(queued)),
  };
}
