import type { Change } from '#db/open.ts';
import type { Live } from './live.ts';

/** Proxies close a silent connection after a minute or less. */
const heartbeatMs = 25_000;

type Listener = { tenantId: string; closed: AbortSignal; hearsPresence: boolean };

/**
 * Server-sent events: one `message` a commit, its data the `Change[]` of that commit. They say what to read
 * again and hold nothing else, so there is nothing in the stream to mask. Who is where comes as `presence`, to
 * colleagues only: it changes nothing, so nothing is read again for it.
 */
export function liveResponse(live: Live, { tenantId, closed, hearsPresence }: Listener): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = (told: Change[]) => {
        const changes = told.filter(({ topic }) => topic !== 'presence');
        const presence = told.filter(({ topic }) => topic === 'presence');
        if (changes.length > 0) send(`data: ${JSON.stringify(changes)}\n\n`);
        if (hearsPresence && presence.length > 0)
          send(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
      };
      send('retry: 2000\n\n');
      const stop = live.subscribe(tenantId, tell);
      const heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMs);
      const close = () => {
        leave();
        controller.close();
      };
      closed.addEventListener('abort', close);
      leave = () => {
        stop();
        clearInterval(heartbeat);
        closed.removeEventListener('abort', close);
      };
    },
    cancel: () => leave(),
  });
  const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' };
  return new Response(body, { headers });
}
