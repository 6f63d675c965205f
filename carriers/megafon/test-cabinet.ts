import { type Change, Msisdn, type Order, type WireReply, type WireRequest } from '../port.ts';
import type { Knobs, SimulatedLine } from '../simulation.ts';
import { megafon } from './adapter.ts';
import { simulator } from './simulator.ts';

export const number = Msisdn.parse('+79260000101');
export const other = Msisdn.parse('+79260000102');
export const barred = Msisdn.parse('+79260000103');
export const noon = Date.parse('2026-11-22T09:00:00Z');

export function lineOf(msisdn: Msisdn, rest: Partial<SimulatedLine> = {}): SimulatedLine {
  return {
    msisdn,
    lineId: `9002${msisdn.slice(-4)}`,
    accountNumber: '277300000101',
    tariffCode: '2101',
    optionCodes: [],
    blocked: null,
    balanceKopecks: -1_550,
    iccid: '89701020000000101',
    imsi: '250020000000101',
    ...rest,
  };
}

export type Setup = {
  lines?: SimulatedLine[];
  knobs?: Partial<Knobs>;
  settings?: Record<string, unknown>;
  /** Answers in the simulator's place; `null` leaves the request to it. */
  script?: (request: WireRequest) => WireReply | Promise<WireReply> | null;
};

export function connect({ lines, knobs = {}, settings = {}, script }: Setup = {}) {
  const clock = { now: noon, slept: 0 };
  const dialled: WireRequest[] = [];
  const known = lines ?? [
    lineOf(number),
    lineOf(other, { blocked: 'wish' }),
    lineOf(barred, { blocked: 'operator' }),
  ];
  const running = simulator.create({ seed: 1, lines: known, knobs, now: () => clock.now });
  const account = simulator.account('http://megafon.test');
  const carrier = megafon.connect({
    settings: megafon.settings.parse({ ...account.settings, ...settings }),
    credentials: megafon.credentials.parse(account.credentials),
    async dial(request) {
      dialled.push(request);
      const { method, headers = {}, body = null } = request;
      const scripted = script?.(request);
      if (scripted) return scripted;
      const response = await running.fetch(new Request(request.url, { method, headers, body }));
      return replyOf(response.status, new Uint8Array(await response.arrayBuffer()), response.headers);
    },
    session(signIn) {
      let current: ReturnType<typeof signIn> | null = null;
      return {
        async get() {
          current ??= signIn();
          return (await current).value;
        },
        drop() {
          current = null;
        },
      };
    },
    now: () => new Date(clock.now),
    sleep: async (ms) => {
      clock.slept += ms;
    },
  });
  const paths = () => dialled.map(({ operation }) => operation);
  return {
    carrier,
    simulator: running,
    clock,
    dialled,
    paths,
    changes: () => dialled.filter(({ mutates }) => mutates),
  };
}

export function replyOf(status: number, body: string | Uint8Array, headers: HeadersInit = {}): WireReply {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    status,
    headers: new Headers(headers),
    bytes,
    text: (label) => new TextDecoder(label).decode(bytes),
  };
}

export function orderOf(change: Change, msisdn: Msisdn = number): Order {
  return { orderKey: 'key-1', msisdn, carrierLineId: null, change };
}

export const block: Change = { kind: 'line.block', reason: 'wish' };
export const toTariff = (tariffCode: string): Change => ({ kind: 'tariff.change', tariffCode });
