import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#tests/setup/free-port.ts';

export type PrivateRedis = { url: string; stop(): Promise<void> };

/** A Redis of this bench alone, fit for the queue; `null` when redis-server is not on PATH. */
export async function startPrivateRedis(): Promise<PrivateRedis | null> {
  const dir = mkdtempSync(join(tmpdir(), 'pult-bench-redis-'));
  const port = await freePort();
  const fit = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const own = ['--bind', '127.0.0.1', '--port', String(port), '--dir', dir];
  const redis = spawn('redis-server', [...fit, ...own], { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = async () => {
    if (redis.exitCode === null && redis.kill()) await once(redis, 'exit');
    rmSync(dir, { recursive: true, force: true });
  };
  if (await isReady(redis)) return { url: `redis://127.0.0.1:${port}`, stop };
  rmSync(dir, { recursive: true, force: true });
  return null;
}

function isReady(redis: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    redis.once('error', () => resolve(false));
    redis.once('exit', () => resolve(false));
    redis.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve(true);
    });
  });
}
