import { setTimeout } from 'node:timers/promises';
import type { BenchContext, Measured } from './bench.ts';
import { type Child, startChild } from './child.ts';
import { startPrivateRedis } from './private-redis.ts';
import { openStand, planOf, type Stand } from './stand.ts';
import { rounded } from './statistics.ts';

const tenants = 50;
const settleMs = 20_000;

/** Resident memory of idle processes with fifty tenants open. */
export async function memory({ say }: BenchContext): Promise<Measured> {
  const plans = Array.from({ length: tenants }, (_, index) => ({
    ...planOf(100 + index, 30),
    requests: 100,
  }));
  const stand = await openStand({ plans });
  const redis = await startPrivateRedis();
  try {
    const embedded = await measure({ say }, stand, 'app/cli/serve.ts', 'all', {});
    if (!redis) {
      const limited = { embeddedMb: embedded, webOnRedisMb: null, workerOnRedisMb: null };
      return { figures: { tenants, embedded, redis: 'redis-server is not on PATH' }, limited };
    }
    const onRedis = { REDIS_URL: redis.url };
    const web = await measure({ say }, stand, 'tests/bench/role-process.ts', 'web', onRedis);
    const worker = await measure({ say }, stand, 'tests/bench/role-process.ts', 'worker', onRedis);
    const limited = { embeddedMb: embedded, webOnRedisMb: web, workerOnRedisMb: worker };
    return { figures: { tenants, rolesOverLocalFiles: true, ...limited }, limited };
  } finally {
    await redis?.stop();
    await stand.close();
  }
}

async function measure(
  { say }: BenchContext,
  stand: Stand,
  script: string,
  role: string,
  env: Record<string, string>,
): Promise<number> {
  const child = startChild(script, [role], { ...stand.childEnv(), ...env, LOG_LEVEL: 'info' });
  try {
    await isReady(child, script);
    await setTimeout(settleMs);
    const resident = rounded(child.residentMb());
    say(`${role}${env.REDIS_URL ? ' on Redis' : ''}: ${resident} MB`);
    return resident;
  } finally {
    await child.end();
  }
}

/** The measured roles tell their parent; the product itself logs that it runs. */
async function isReady({ process: child, hear }: Child, script: string): Promise<void> {
  if (script.startsWith('tests/')) return void (await hear());
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.includes('Pult runs') && resolve());
    child.once('exit', () => reject(new Error('The process ended before it ran.')));
  });
}
