import type { Change } from '#db/open.ts';
import type { Live } from './live.ts';

/** Proxies close a silent connection after a minute or less. */
const heartbeatMs = 25_000;

type Listener = {
  tenantId: string;
  userId: string;
  closed: AbortSignal;
  hearsPresence: boolean;
  /** Told with every heartbeat: this page is still open. */
  onAlive(): void;
};

/** Told under a name of their own, because nothing on the page is read again for them. */
const apart = ['presence', 'call', 'points', 'roster'];
const forColleagues = ['presence', 'points', 'roster'];

/**
 * Server-sent events: one `message` a commit, its data the `Change[]` of that commit. They say what to read
 * again and hold nothing else, so there is nothing in the stream to mask. Who is where comes as `presence`, to
 * colleagues only, and a call as `call`, to the one who is called and to nobody else. That somebody's points changed
 * comes as `points`, without whose: who hides himself from the boards is not seen here either. Only the pages of the
 * game are read again for it. What planners do to a plan comes as `roster`: nobody else's page is read for each of their keys.
 */
export function liveResponse(live: Live, listener: Listener): Response {
  const { tenantId, userId, closed, hearsPresence, onAlive } = listener;
  const encoder = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = (told: Change[]) => {
        const own = told.filter((change) => change.userId === undefined || change.userId === userId);
        const changes = own.filter(({ topic }) => !apart.includes(topic));
        if (changes.length > 0) send(`data: ${JSON.stringify(changes)}\n\n`);
        for (const name of apart) {
          const named = own.filter(({ topic }) => topic === name);
          const isHis = !forColleagues.includes(name) || hearsPresence;
          if (isHis && named.length > 0)
            send(`event: ${name}\ndata: ${JSON.stringify(shown(name, named))}\n\n`);
        }
      };
      send('retry: 2000\n\n');
      const stop = live.subscribe(tenantId, tell);
      const heartbeat = setInterval(() => {
        send(': alive\n\n');
        onAlive();
      }, heartbeatMs);
      onAlive();
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

function shown(name: string, changes: readonly Change[]) {
  return name === 'points' ? [] : changes;
}
