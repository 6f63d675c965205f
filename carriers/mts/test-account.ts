import { type Carrier, type Change, Msisdn, type Order, type Session, type WireRequest } from '../port.ts';
import { mts } from './adapter.ts';
import { MtsSettings } from './settings.ts';

export type Reply = { status?: number; body: unknown; headers?: Record<string, string> };
export const sentAt = new Date('2026-03-10T09:00:00.000Z');

/** An account whose carrier answers each operation from a list; the last answer is repeated. */
export function scriptedAccount(script: Record<string, Reply[]>, settings: Partial<MtsSettings> = {}) {
  const sent: WireRequest[] = [];
  let clock = sentAt.getTime();
  const replies: Record<string, Reply[]> = {
    token: [{ body: { access_token: 'good', expires_in: 3600 } }],
    ...script,
  };
  const carrier: Carrier = mts.connect({
    settings: MtsSettings.parse(settings),
    credentials: { consumerKey: 'key-of-test', consumerSecret: 'secret-of-test' },
    dial: async (request) => {
      sent.push(request);
      const asked = sent.filter(
        ({ operation, method }) => operation === request.operation && method === request.method,
      );
      const list = replies[`${request.method} ${request.operation}`] ?? replies[request.operation] ?? [];
      const {
        status = 200,
        body = '',
        headers = {},
      } = list[Math.min(asked.length, list.length) - 1] ?? { body: '' };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const bytes = new TextEncoder().encode(text);
      return { status, headers: new Headers(headers), bytes, text: () => text };
    },
    session: rememberedSession,
    now: () => new Date(clock),
    sleep: async (ms) => {
      clock += ms;
    },
  });
  const operations = () => sent.map(({ operation }) => operation);
  return { carrier, sent, operations, pass: (ms: number) => (clock += ms) };
}

function rememberedSession<T>(signIn: () => Promise<{ value: T; expiresAt: Date | null }>): Session<T> {
  let current: T | null = null;
  return {
    get: async () => (current ??= (await signIn()).value),
    drop: (value) => {
      if (current === value) current = null;
    },
  };
}

export function orderOf(change: Change): Order {
  return { orderKey: 'order-1', msisdn: Msisdn.parse('+79160000000'), carrierLineId: null, change };
}
export const connectOrder = orderOf({ kind: 'option.connect', optionCode: 'PE0250' });
