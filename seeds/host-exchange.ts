import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { makeCallSound } from './call-sound.ts';

export type ExchangeHost = { origin: string; close(): Promise<void> };

const longestSeconds = 3600;

/** Where the demo's telephone exchange keeps its recordings, on loopback: made anew each time. `port` 0: any free one. */
export async function hostExchange(port: number): Promise<ExchangeHost> {
  const server = createAdaptorServer({
    fetch(request) {
      const [, seconds, seed] = /^\/recordings\/(\d+)\/(\d+)\.wav$/.exec(new URL(request.url).pathname) ?? [];
      if (!seconds || !seed || Number(seconds) > longestSeconds) return new Response(null, { status: 404 });
      const sound = makeCallSound(Number(seconds), Number(seed));
      return new Response(sound, { headers: { 'Content-Type': 'audio/wav' } });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** The address of a recording that lasts so long; `index` says which. */
export function recordingAt(origin: string, seconds: number, index: number): string {
  return `${origin}/recordings/${seconds}/${index}.wav`;
}
