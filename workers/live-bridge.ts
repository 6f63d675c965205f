import { Redis } from 'ioredis';
import type { Change } from '#db/open.ts';

const channel = 'pult-live';

/** How the processes of one Pult hear of one another's commits. */
export type LiveBridge = {
  /** Something was committed here, with or without what a page would show. */
  tell(tenantId: string, changes: Change[]): void;
  close(): Promise<void>;
};

/** `hear` is told of what was committed in the other processes. A message that is lost is not told again. */
export async function bridgeLive(
  redisUrl: string,
  hear: (tenantId: string, changes: Change[]) => void,
  onError: (error: Error) => void,
): Promise<LiveBridge> {
  const [out, into] = [new Redis(redisUrl), new Redis(redisUrl)];
  for (const redis of [out, into]) redis.on('error', onError);
  const self = crypto.randomUUID();
  into.on('message', (_channel, text) => {
    const told = JSON.parse(text) as { from: string; tenantId: string; changes: Change[] };
    if (told.from !== self) hear(told.tenantId, told.changes);
  });
  await into.subscribe(channel);
  return {
    tell(tenantId, changes) {
      out.publish(channel, JSON.stringify({ from: self, tenantId, changes })).catch(onError);
    },
    async close() {
      into.disconnect();
      if (out.status === 'ready') await out.quit();
      else out.disconnect();
    },
  };
}
