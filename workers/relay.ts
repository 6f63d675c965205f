import { performance } from 'node:perf_hooks';
import { isNull } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { tenants } from '#db/control/schema.ts';
import type { Databases, TenantDb } from '#db/open.ts';
import {
  admitWork,
  countAdmittedByGate,
  listAdmitted,
  listWaiting,
  listWaitingGates,
  readmitWork,
} from '#db/tenant/queries/outbox.ts';
import { crashPoint } from './crash-points.ts';
import { queues } from './index.ts';
import type { Admission, QueueStore } from './queue-store.ts';

/**
 * Moves due work from the tenants' outboxes to the queue: of each gate a bounded number at a time,
 * interactive before bulk, tenants and gates in turn. The backlog stays in the outboxes, so one tenant's
 * hundred thousand rows or a dead carrier hold nobody else up, and losing the queue loses nothing.
 */
export type Relay = {
  /** Something was committed in this tenant. */
  wake(tenantId: string): void;
  start(): void;
  stop(): Promise<void>;
};

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];
type Chosen = { due: Waiting[]; lookAt: number };
type Gate = { name: string; capacity: number };
/** Gates that every tenant has: of the queues that ask no carrier. */
const ownGates: Gate[] = queues.flatMap(({ name, gateCapacity }) =>
  gateCapacity ? [{ name, capacity: gateCapacity }] : [],
);
type RelayOptions = {
  databases: Databases;
  store: QueueStore;
  now(): Date;
  /** An error of one tenant must not stop the others. */
  onError(error: unknown, tenantId: string | null): void;
  /** How long a tenant may go unseen: what another process committed is noticed within it. */
  scanEveryMs?: number;
  /** The share of the event loop in use since it was asked last, 0…1. */
  loopUse?: () => number;
};

const tickMs = 10;
/**
 * While this share of the event loop was in use since the last look, no bulk work is admitted: a heap of it
 * at a quick carrier would hold up every page and every other tenant's own requests.
 */
const bulkShareOfLoop = 0.6;
const bulkAtOnce = 2;
const accountsMaxAgeMs = 5000;
const sweepEveryMs = 15_000;
/** Admitted work this old that the queue does not hold is admitted anew. */
const lostAfterMs = 15_000;

export function createRelay(options: RelayOptions): Relay {
  const { databases, store, now, loopUse = meterLoop() } = options;
  const scanEveryMs = options.scanEveryMs ?? 1000;
  const scanAt = new Map<string, number>();
  let gates = new Map<string, Gate[]>();
  let gatesAt = Number.NEGATIVE_INFINITY;
  let sweptAt = now().getTime();
  let hasRoomForBulk = true;
  let running = false;
  let loop: Promise<void> = Promise.resolve();

  async function refreshGates(): Promise<void> {
    if (now().getTime() - gatesAt < accountsMaxAgeMs) return;
    const rows = await databases.control
      .select({ id: tenants.id })
      .from(tenants)
      .where(isNull(tenants.closedAt));
    const accounts = await listCarrierAccounts(databases.control);
    gates = new Map(
      rows.map(({ id }) => [
        id,
        [
          ...ownGates,
          ...accounts
            .filter((row) => row.tenantId === id)
            .map((row) => ({ name: row.id, capacity: row.concurrency })),
        ],
      ]),
    );
    gatesAt = now().getTime();
  }

  /** Lets in what has room at a tenant's gates. When to look again, epoch ms. */
  async function admit(db: TenantDb, tenantGates: Gate[]): Promise<number> {
    const waiting = await listWaitingGates(db);
    if (waiting.length === 0) return Number.POSITIVE_INFINITY;
    const admitted = await countAdmittedByGate(db);
    const at = now();
    const chosen: Chosen[] = [];
    for (const gate of tenantGates) {
      if (!waiting.includes(gate.name)) continue;
      chosen.push(await choose(db, gate, gate.capacity - (admitted.get(gate.name) ?? 0), at));
    }
    const due = chosen.flatMap((one) => one.due);
    if (due.length > 0) await enqueue(db, due, at);
    return Math.min(...chosen.map((one) => one.lookAt));
  }

  async function choose(db: TenantDb, gate: Gate, free: number, at: Date): Promise<Chosen> {
    if (free <= 0) return { due: [], lookAt: Number.POSITIVE_INFINITY };
    const first = dueOf(await listWaiting(db, gate.name, 'interactive', free), free, at);
    const left = free - first.due.length;
    const room = hasRoomForBulk ? Math.min(left, bulkAtOnce) : 0;
    if (left === 0) return { due: first.due, lookAt: Number.POSITIVE_INFINITY };
    if (room === 0) return { due: first.due, lookAt: at.getTime() };
    const rest = dueOf(await listWaiting(db, gate.name, 'bulk', room), room, at);
    return { due: [...first.due, ...rest.due], lookAt: Math.min(first.lookAt, rest.lookAt) };
  }

  async function enqueue(db: TenantDb, due: Waiting[], at: Date): Promise<void> {
    crashPoint('before-enqueue');
    await commit(db, [
      admitWork(
        db,
        due.map((row) => row.id),
        at,
      ),
    ]);
    crashPoint('after-admission');
    for (const [queue, rows] of Map.groupBy(due, (row) => row.queue)) {
      const admissions = rows.map(
        (row): Admission => ({
          id: `${row.id}-${row.attempts}`,
          ticket: { tenantId: db.tenantId, workId: row.id, tries: row.attempts, payload: row.payload },
        }),
      );
      await store.add(queue, admissions);
    }
  }

  async function scan(tenantId: string): Promise<void> {
    const db = await databases.openTenant(tenantId);
    scanAt.set(tenantId, Number.POSITIVE_INFINITY);
    const lookAt = await admit(db, gates.get(tenantId) ?? []);
    const soonest = Math.min(now().getTime() + scanEveryMs, lookAt);
    scanAt.set(tenantId, Math.min(scanAt.get(tenantId) ?? soonest, soonest));
  }

  async function sweep(tenantId: string): Promise<void> {
    const db = await databases.openTenant(tenantId);
    const deadline = now().getTime() - lostAfterMs;
    const lost: string[] = [];
    for (const row of await listAdmitted(db)) {
      const old = row.admittedAt !== null && row.admittedAt.getTime() < deadline;
      if (old && !(await store.holds(row.queue, `${row.id}-${row.attempts}`))) lost.push(row.id);
    }
    if (lost.length > 0) await commit(db, [readmitWork(db, lost)]);
  }

  async function tick(): Promise<void> {
    if (!(await store.leads())) return;
    await refreshGates();
    hasRoomForBulk = loopUse() < bulkShareOfLoop;
    const sweeping = now().getTime() - sweptAt >= sweepEveryMs;
    if (sweeping) sweptAt = now().getTime();
    for (const tenantId of gates.keys()) {
      try {
        if (sweeping) await sweep(tenantId);
        if ((scanAt.get(tenantId) ?? 0) <= now().getTime()) await scan(tenantId);
      } catch (error) {
        scanAt.set(tenantId, now().getTime() + scanEveryMs);
        options.onError(error, tenantId);
      }
    }
  }

  async function run(): Promise<void> {
    while (running) {
      await tick().catch((error) => options.onError(error, null));
      await new Promise((resolve) => setTimeout(resolve, tickMs));
    }
  }

  return {
    wake: (tenantId) => void scanAt.set(tenantId, 0),
    start() {
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      await loop;
    },
  };
}

/** Of waiting work, the earliest first: what is due, and when the rest wants to be looked at. */
function dueOf(waiting: Waiting[], asked: number, at: Date): Chosen {
  const due = waiting.filter((row) => row.dueAt <= at);
  const next = waiting[due.length]?.dueAt.getTime();
  const isAll = waiting.length < asked;
  return { due, lookAt: next ?? (isAll ? Number.POSITIVE_INFINITY : at.getTime()) };
}

function meterLoop(): () => number {
  let seen = performance.eventLoopUtilization();
  return () => {
    const { utilization } = performance.eventLoopUtilization(seen);
    seen = performance.eventLoopUtilization();
    return utilization;
  };
}

/** At the start of the only process: whatever was admitted before is in no queue any more. */
export async function readmitEverything(databases: Databases): Promise<void> {
  const rows = await databases.control
    .select({ id: tenants.id })
    .from(tenants)
    .where(isNull(tenants.closedAt));
  for (const { id } of rows) {
    const db = await databases.openTenant(id);
    await commit(db, [readmitWork(db)]);
  }
}
