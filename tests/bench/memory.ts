import { execFileSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { startRole } from '#tests/setup/start-role.ts';
import type { BenchContext, Measured } from './bench.ts';
import { hireForAll, openEveryDesk } from './every-desk.ts';
import { startPrivateRedis } from './private-redis.ts';
import { serveStand } from './remote-stand.ts';
import { openStand, planOf } from './stand.ts';
import { rounded } from './statistics.ts';

type Role = Parameters<typeof startRole>[0];
/** Resident memory, MB of 10⁶ bytes. */
type Resident = { atStartMb: number; idleMb: number };

const settleMs = 60_000;
const plans = Array.from({ length: 50 }, (_, index) => ({ ...planOf(100 + index, 30), requests: 100 }));

/**
 * Memory of idle processes with fifty tenants open, each of whose desks was shown once by those that serve
 * pages. Web and worker run apart, over databases at a server, as `npm run web` and `npm run worker` do.
 */
export async function memory({ say }: BenchContext): Promise<Measured> {
  const stand = await openStand({ plans });
  const redis = await startPrivateRedis();
  try {
    const cookie = await hireForAll(stand, plans);
    const measure = async (role: Role, env: Record<string, string>): Promise<Resident> => {
      const resident = await residentOf(role, env, cookie);
      say(`${role}: ${resident.atStartMb} MB at its start, ${resident.idleMb} MB idle`);
      return resident;
    };
    const embedded = await measure('start', stand.childEnv());
    if (!redis) {
      const limited = { embeddedMb: embedded.idleMb, webOnRedisMb: null, workerOnRedisMb: null };
      return { figures: { tenants: plans.length, embedded, redis: 'redis-server is not on PATH' }, limited };
    }
    const { server, env } = await serveStand(stand);
    const web = await measure('web', { ...env, REDIS_URL: redis.url });
    const worker = await measure('worker', { ...env, REDIS_URL: redis.url });
    await server.close();
    const limited = {
      embeddedMb: embedded.idleMb,
      webOnRedisMb: web.idleMb,
      workerOnRedisMb: worker.idleMb,
    };
    return { figures: { tenants: plans.length, embedded, web, worker }, limited };
  } finally {
    await redis?.stop();
    await stand.close();
  }
}

async function residentOf(role: Role, env: Record<string, string>, cookie: string): Promise<Resident> {
  const running = await startRole(role, { ...env, LOG_LEVEL: 'info' });
  const residentMb = () => {
    const kib = execFileSync('ps', ['-o', 'rss=', '-p', String(running.process.pid)], { encoding: 'utf8' });
    return rounded((Number(kib) * 1024) / 1e6);
  };
  try {
    const atStartMb = residentMb();
    if (running.port !== null) await openEveryDesk(running.port, cookie, plans);
    await setTimeout(settleMs);
    return { atStartMb, idleMb: residentMb() };
  } finally {
    await running.kill('SIGKILL');
  }
}
