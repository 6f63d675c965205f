import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { z } from 'zod';
import { isSigned, signHook } from '#app/features/call/hook-signature.ts';

const Reply = z.object({
  channel: z.string(),
  messageId: z.string(),
  to: z.string(),
  text: z.string(),
  /** Of a robot's call: what is shown at it. */
  label: z.string().min(1).max(32).exactOptional(),
});
export type CarriedReply = z.infer<typeof Reply>;
/** What a subscriber writes in a chat or a messenger. */
export type ChatLine = {
  channel: 'chat' | 'messenger';
  messageId: string;
  at: string;
  from: string;
  number?: string;
  text: string;
};
/** `busy`: refused and not taken; `broken`: taken, but its answer does not say so. */
type Fate = 'taken' | 'busy' | 'broken';
export type MessengerHost = {
  tenantId: string;
  /** Where Pult sends its replies. */
  url: string;
  /** Every reply that came rightly signed, in its order, doubled ones too. */
  taken: CarriedReply[];
  /** Where to tell what subscribers write, and the key of both sides. Until then everything is refused. */
  connect(hook: { address: string; secret: string }): void;
  /** Throws when Pult does not take it. */
  tell(line: ChatLine): Promise<void>;
  listen(listener: (reply: CarriedReply) => void): void;
  /** What becomes of each reply that comes from now on. */
  turn(fate: () => Fate): void;
  close(): Promise<void>;
};

/** The gateway of one demo tenant's messengers, on loopback. `port` 0: any free one. */
export async function hostMessenger(tenantId: string, port: number): Promise<MessengerHost> {
  const state = { hook: null as { address: string; secret: string } | null, taken: [] as CarriedReply[] };
  let fateOf: () => Fate = () => 'taken';
  const listeners: ((reply: CarriedReply) => void)[] = [];
  const server = createAdaptorServer({
    async fetch(request) {
      const body = await request.text();
      const { headers } = request;
      const signed = {
        timestamp: headers.get('X-Pult-Timestamp'),
        signature: headers.get('X-Pult-Signature'),
      };
      // The demo's clock may run fast: the time was signed by that clock, not by this machine's.
      const at = new Date(Number(signed.timestamp) * 1000);
      if (!state.hook || !isSigned(state.hook.secret, signed, body, at))
        return new Response(null, { status: 401 });
      const reply = Reply.parse(JSON.parse(body));
      const fate = fateOf();
      if (fate === 'busy') return new Response(null, { status: 503 });
      state.taken.push(reply);
      for (const listener of listeners) listener(reply);
      return fate === 'broken' ? new Response(null, { status: 500 }) : Response.json({ ok: true });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    tenantId,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    taken: state.taken,
    connect: (hook) => void Object.assign(state, { hook }),
    listen: (listener) => void listeners.push(listener),
    turn(fate) {
      fateOf = fate;
    },
    async tell(line) {
      if (!state.hook) throw new Error('The messenger is not connected.');
      await tellSigned(state.hook, line, new Date(line.at));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Tells Pult something as another system does. Throws when it is not taken. */
export async function tellSigned(
  { address, secret }: { address: string; secret: string },
  told: unknown,
  now: Date,
): Promise<void> {
  const body = JSON.stringify(told);
  const seconds = Math.floor(now.getTime() / 1000);
  const headers = {
    'Content-Type': 'application/json',
    'X-Pult-Timestamp': String(seconds),
    'X-Pult-Signature': signHook(secret, seconds, body),
  };
  const answer = await fetch(address, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
}
