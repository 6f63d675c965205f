import { Redis } from 'ioredis';
import type { Live } from '#app/platform/live.ts';
import type { Change } from '#db/open.ts';

const channel = 'pult-live';

/** Tells other processes what changed here, and this one what changed there. Returns how to stop. */
export async function bridgeLive(redisUrl: string, live: Live): Promise<() => Promise<void>> {
  const out = new Redis(redisUrl);
  const into = new Redis(redisUrl);
  const self = crypto.randomUUID();
  const tellHere = live.publish;
  live.publish = (tenantId, changes) => {
    tellHere(tenantId, changes);
    void out.publish(channel, JSON.stringify({ from: self, tenantId, changes }));
  };
  into.on('message', (_channel, text) => {
    const told = JSON.parse(text) as { from: string; tenantId: string; changes: Change[] };
    if (told.from !== self) tellHere(told.tenantId, told.changes);
  });
  await into.subscribe(channel);
  return async () => {
    await Promise.all([out.quit(), into.quit()]);
  };
}
