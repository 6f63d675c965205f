import { setTimeout } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Services } from '#app/platform/context.ts';
import type { Env } from '#app/platform/env.ts';
import { createLive, type Live } from '#app/platform/live.ts';
import { assertSchemaIsCurrent } from '#db/migrate.ts';
import { type Change, type Databases, openDatabases } from '#db/open.ts';
import { ownDataFolder } from '#db/owner.ts';
import { type Clock, createCarrierDesk } from './carrier-desk.ts';
import { armCrashPoint } from './crash-points.ts';
import { readHealth } from './health.ts';
import { bridgeLive, type LiveBridge } from './live-bridge.ts';
import type { WorkServices } from './queue-definition.ts';
import { openQueueStore, type QueueStore } from './queue-store.ts';
import { createRelay, readmitEverything } from './relay.ts';
import { startWorkers } from './runtime.ts';
import { startSchedule } from './schedule.ts';

/** What this process does. `all` is the one process of file mode; the others need remote databases and Redis. */
export type Role = 'all' | 'web' | 'worker';

export type Running = {
  services: WorkServices;
  store: QueueStore;
  /** Where it listens; `null` for a worker. */
  port: number | null;
  /** Takes nothing new, ends what is under way, closes everything. Safe to call twice. */
  stop(): Promise<void>;
};

type Closer = () => Promise<void> | void;
type Parts = {
  env: Env;
  role: Role;
  log: Logger;
  createServer: CreateServer;
  /** The machine's own clock when absent. */
  clock?: Clock;
};
export type CreateServer = (
  services: Services,
) => Promise<{ fetch: (request: Request) => Response | Promise<Response> }>;

export class WrongRole extends Error {
  override readonly name = 'WrongRole';
}

/** Starts a process in its role. Throws DataFolderInUse, SchemaMismatch, WrongRole before anything is served. */
export async function run({ env, role, log, createServer, clock = machineClock }: Parts): Promise<Running> {
  const local = env.PULT_CONTROL_URL === undefined;
  if (role !== 'all' && (local || !env.REDIS_URL)) {
    throw new WrongRole(
      'Separate web and worker processes need PULT_CONTROL_URL (libsql:// or https://) and REDIS_URL. Local files are owned by one process: "npm start".',
    );
  }
  armCrashPoint(env.PULT_CRASH_AT);
  // Local files and the embedded queue have one owner.
  const alone = local || !env.REDIS_URL;
  const owner = alone ? await ownDataFolder(env.PULT_DATA_DIR, role) : null;
  const live = createLive();
  const closers: Closer[] = [() => owner?.release()];
  const stop = once(async () => {
    for (const close of closers.toReversed()) await close();
  });
  try {
    const wakes: ((tenantId: string) => void)[] = [];
    const hear = (tenantId: string, changes: Change[]) => {
      for (const wake of wakes) wake(tenantId);
      if (changes.length > 0) live.publish(tenantId, changes);
    };
    let tellOthers: LiveBridge['tell'] = () => {};
    const databases = await openDatabases({
      dataDir: env.PULT_DATA_DIR,
      controlUrl: env.PULT_CONTROL_URL,
      authToken: env.PULT_DATABASE_TOKEN,
      onBroken(error) {
        log.fatal(
          { err: error },
          'somebody else holds a lock on our files: this process ends to be restarted',
        );
        process.exit(1);
      },
      onCommit(tenantId, changes) {
        hear(tenantId, changes);
        tellOthers(tenantId, changes);
      },
    });
    closers.push(() => databases.close());
    await assertSchemaIsCurrent(databases.control, 'control', 'the centre');
    const services = buildServices(env, databases, live, clock);
    const onError = (error: Error) => log.error({ err: error }, 'the queue store fails');
    const store = await openQueueStore({ redisUrl: env.REDIS_URL, dataDir: env.PULT_DATA_DIR, onError });
    closers.push(() => store.close());
    if (env.REDIS_URL && !local) {
      const bridge = await bridgeLive(env.REDIS_URL, hear, onError);
      tellOthers = bridge.tell;
      closers.push(() => bridge.close());
    }
    if (role !== 'web') {
      if (alone) await readmitEverything(databases);
      startWorkers(store, services, log);
      const relay = createRelay({
        databases,
        store,
        now: services.now,
        ...(alone ? {} : { scanEveryMs: scanOthersEveryMs }),
        onError: (error, tenantId) => log.error({ err: error, tenantId }, 'the relay fails'),
      });
      wakes.push(relay.wake);
      relay.start();
      closers.push(() => relay.stop());
      closers.push(
        startSchedule(services, (error, work) => log.error({ err: error, work }, 'recurring work fails')),
      );
    }
    const port =
      role === 'worker'
        ? null
        : await listen(
            env,
            await createServer({ ...services, health: () => readHealth({ ...services, store }) }),
            closers,
          );
    return { services, store, port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Other processes tell what they commit: the scan, whose every question goes to a server, finds what went untold. */
const scanOthersEveryMs = 5000;
const machineClock: Clock = { now: () => new Date(), sleep: (ms) => setTimeout(ms) };

function buildServices(env: Env, databases: Databases, live: Live, clock: Clock): WorkServices {
  const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
  const carriers = createCarrierDesk(databases.control, secretKey, clock);
  return { env, secretKey, databases, carriers, live, now: clock.now };
}

function listen(env: Env, server: Awaited<ReturnType<CreateServer>>, closers: Closer[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const http = serve({ fetch: server.fetch, port: env.PORT, hostname: env.HOST }, (info) =>
      resolve(info.port),
    );
    http.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${env.PORT} on ${env.HOST} is in use. Stop what listens there, or set PORT.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    closers.push(
      () =>
        new Promise<void>((closed) => {
          http.close(() => closed());
          if ('closeAllConnections' in http) http.closeAllConnections();
        }),
    );
  });
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
