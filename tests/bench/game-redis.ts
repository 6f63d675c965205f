import { Redis } from 'ioredis';
import type { TenantDb } from '#db/open.ts';
import { listBoardTop } from '#db/tenant/queries/quality-boards.ts';
import { startPrivateRedis } from './private-redis.ts';

/** The same board in a sorted set of a private Redis, and the same reads of it; `null`: there is no Redis here. */
export async function mirrorBoard(db: TenantDb, period: string) {
  const server = await startPrivateRedis();
  if (!server) return null;
  const redis = new Redis(server.url);
  const rows = await listBoardTop(db, period, 1_000_000);
  for (let from = 0; from < rows.length; from += 1000) {
    const slice = rows.slice(from, from + 1000);
    await redis.zadd('board', ...slice.flatMap(({ points, agentId }) => [points, agentId]));
  }
  return {
    async read(agentId: string): Promise<void> {
      const [, place] = await Promise.all([
        redis.zrevrange('board', 0, 99, 'WITHSCORES'),
        redis.zrevrank('board', agentId),
      ]);
      if (place === null) throw new Error(`The agent ${agentId} is not in the sorted set.`);
      await redis.zrevrange('board', Math.max(0, place - 5), place + 5, 'WITHSCORES');
    },
    async stop(): Promise<void> {
      redis.disconnect();
      await server.stop();
    },
  };
}
