import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, isNull, lte } from 'drizzle-orm';
import { pino } from 'pino';
import type { Actor } from '#app/features/access/can.ts';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { seal } from '#app/platform/seal.ts';
import { carriers } from '#carriers/registry.ts';
import type { Knobs, SimulatedLine } from '#carriers/simulation.ts';
import { commit } from '#db/commit.ts';
import { carrierAccounts, tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases } from '#db/open.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { hostSimulators } from '#seeds/host-simulators.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import type { WorkServices } from '#workers/queue-definition.ts';
import type { QueueStore, Ticket } from '#workers/queue-store.ts';
import { startWorkers } from '#workers/runtime.ts';

export const testKey = Buffer.alloc(32, 7);
export const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
const clockStart = Date.parse('2026-03-02T09:00:00Z');

/** A carrier with a few lines, hosted by its simulator; one tenant; a clock that tests move. */
export async function openWorld(
  carrier: string,
  options: { lines: SimulatedLine[]; knobs?: Partial<Knobs> },
) {
  let clock = clockStart;
  const now = () => new Date(clock);
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  const definition = await carriers[carrier]?.simulator();
  if (!definition) throw new Error(`There is no simulator for the carrier "${carrier}".`);
  const spec = { tenantId: 't1', carrier, seed: 1, port: 0, ...options };
  const host = await hostSimulators([{ ...spec, now: () => clock }]);
  const [hosted] = host.hosted;
  if (!hosted) throw new Error('The simulator did not start.');
  const account = definition.account(hosted.origin);
  await commit(databases.control, [
    databases.control.insert(tenants).values({
      id: 't1',
      slug: 'alfa',
      name: 'Альфа',
      colour: '#1c7ed6',
      timeZone: 'Europe/Moscow',
      createdAt: now(),
    }),
    databases.control.insert(carrierAccounts).values({
      id: 'a1',
      tenantId: 't1',
      carrier,
      title: 'Договор 1',
      settings: account.settings,
      credentialsSealed: seal(testKey, 'carrier-account:a1', JSON.stringify(account.credentials)),
      windows: [],
      deadlineMs: 300,
      concurrency: 8,
      disabledKinds: [],
      version: 1,
      createdAt: now(),
    }),
  ]);
  await migrateAll(databases);
  const db = await databases.openTenant('t1');
  const env = readEnv({ PULT_SECRET_KEY: testKey.toString('base64'), PULT_DATA_DIR: dataDir });
  const desk = createCarrierDesk(databases.control, testKey, {
    now,
    async sleep(ms) {
      clock += ms;
    },
  });
  const services: WorkServices = {
    env,
    secretKey: testKey,
    databases,
    carriers: desk,
    live: createLive(),
    now,
  };
  const perform = collectWorkers(services);
  return {
    services,
    databases,
    db,
    simulator: hosted.simulator,
    desk: (actor: Actor = lead): RequestDesk => ({ db, carriers: desk, actor, now: now() }),
    pass: (ms: number) => {
      clock += ms;
    },
    /** Does all due work, moving the clock to the next due time until nothing waits or the time is over. */
    async settle(withinMs: number) {
      const end = clock + withinMs;
      for (;;) {
        const due = await db
          .select()
          .from(outbox)
          .where(and(isNull(outbox.parkedReason), lte(outbox.dueAt, new Date(end))))
          .orderBy(asc(outbox.dueAt))
          .limit(1);
        const [row] = due;
        if (!row) return;
        clock = Math.max(clock, row.dueAt.getTime());
        await perform(row.queue, {
          tenantId: 't1',
          workId: row.id,
          tries: row.attempts,
          payload: row.payload,
        });
      }
    },
    async close() {
      databases.close();
      await host.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The real workers over a store that only remembers who performs what. */
function collectWorkers(services: WorkServices) {
  const performers = new Map<string, (ticket: Ticket) => Promise<void>>();
  const store: Pick<QueueStore, 'work'> = {
    work: (queue, _concurrency, perform) => void performers.set(queue, perform),
  };
  startWorkers(store, services, pino({ level: 'silent' }));
  return async (queue: string, ticket: Ticket) => {
    const perform = performers.get(queue);
    if (!perform) throw new Error(`No worker performs the queue "${queue}".`);
    await perform(ticket);
  };
}

/** Puts a simulated line into the tenant as a subscriber's line. */
export async function addLine(
  world: { db: Awaited<ReturnType<typeof openWorld>>['db'] },
  line: SimulatedLine,
  carrier: string,
) {
  const createdAt = new Date(clockStart);
  const id = `line-${line.msisdn}`;
  const subscriber = {
    id: `s-${id}`,
    kind: 'person' as const,
    name: 'Анна Серова',
    contractNumber: `Д-${line.msisdn}`,
    createdAt,
  };
  await commit(world.db, [
    world.db.insert(subscribers).values(subscriber),
    world.db.insert(lines).values({
      id,
      subscriberId: subscriber.id,
      msisdn: line.msisdn,
      carrier,
      carrierAccountId: 'a1',
      carrierLineId: line.lineId,
      tariffCode: line.tariffCode,
      createdAt,
    }),
  ]);
  return id;
}
