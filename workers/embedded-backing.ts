import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { PglitePool } from './pglite-pool.ts';
import type { Backing } from './queue-store.ts';

/**
 * PostgreSQL on a thread of the process, its files in the data folder. What it held at a stop is thrown away: the
 * outboxes know all of it.
 */
export async function embeddedBacking(dataDir: string): Promise<Backing> {
  const folder = join(dataDir, 'queue');
  const pool = await openPool(folder);
  const client = await pool.connect();
  await runMigrations(client, 'bullmq');
  client.release();
  await pool.query('SET search_path TO bullmq; TRUNCATE job CASCADE;');
  const postgres = withBackend(createPostgresBackend);
  return {
    kind: 'embedded',
    queue: (name) => new postgres.Queue(name, { connection: pool }),
    worker: (name, concurrency, perform) =>
      new postgres.Worker(name, (job) => perform(job.data), { connection: pool, concurrency }),
    leads: async () => true,
    close: () => pool.end(),
  };
}

/** A folder that a kill left unreadable is made anew: nothing in it is needed. */
async function openPool(folder: string): Promise<PglitePool> {
  if (!existsSync(folder)) return await openMade(folder);
  try {
    return await PglitePool.open(folder);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return await openMade(folder);
  }
}

/** What makes the folder stays behind in its thread, a hundred megabytes of it: that thread ends with it. */
async function openMade(folder: string): Promise<PglitePool> {
  const maker = await PglitePool.open(folder);
  await maker.end();
  return PglitePool.open(folder);
}
