import { type Change, Msisdn, type Order, type WireReply, type WireRequest } from '../port.ts';
import { createSession } from '../session.ts';
import type { Knobs, SimulatedLine } from '../simulation.ts';
import { beeline } from './adapter.ts';
import { simulator } from './simulator.ts';

export const number = Msisdn.parse('+79030000101');
export const blocked = Msisdn.parse('+79030000102');
export const noon = Date.parse('2026-11-22T09:00:00Z');

export function lineOf(msisdn: Msisdn, rest: Partial<SimulatedLine> = {}): SimulatedLine {
  return {
    msisdn,
    lineId: '',
    accountNumber: '0412345678',
    tariffCode: 'BIZ_START',
    optionCodes: [],
    blocked: null,
    balanceKopecks: -1_550,
    iccid: '897019900000000101',
    imsi: '250990000000101',
    ...rest,
  };
}

export function orderOf(change: Change, msisdn: Msisdn = number): Order {
  return { orderKey: 'order', msisdn, carrierLineId: null, change };
}

export function replyOf(status: number, body: string, headers: Record<string, string> = {}): WireReply {
  const bytes = new TextEncoder().encode(body);
  return { status, headers: new Headers(headers), bytes, text: () => body };
}

type Setup = {
  lines?: SimulatedLine[];
  knobs?: Partial<Knobs>;
  settings?: Record<string, unknown>;
  /** Answers in the simulator's place; `null` leaves the request to it. */
  script?: (request: WireRequest) => WireReply | Promise<WireReply> | null;
};

/** The adapter over its simulator, on a clock that only the test moves. */
export function connect({ lines, knobs = {}, settings = {}, script }: Setup = {}) {
  const clock = { now: noon };
  const dialled: WireRequest[] = [];
  const known = lines ?? [
    lineOf(number),
    lineOf(blocked, { blocked: 'operator', accountNumber: '0498765432' }),
  ];
  const running = simulator.create({ seed: 1, lines: known, knobs, now: () => clock.now });
  const account = simulator.account('http://beeline.test');
  const carrier = beeline.connect({
    settings: beeline.settings.parse({ ...account.settings, ...settings }),
    credentials: beeline.credentials.parse(account.credentials),
    async dial(request) {
      dialled.push(request);
      const scripted = script?.(request);
      if (scripted) return scripted;
      const { method, headers = {}, body = null } = request;
      const response = await running.fetch(new Request(request.url, { method, headers, body }));
      return replyOf(response.status, await response.text(), Object.fromEntries(response.headers));
    },
    session: (signIn) => createSession(signIn, () => new Date(clock.now)),
    now: () => new Date(clock.now),
    sleep: async () => {},
  });
  const operations = () => dialled.map(({ operation }) => operation);
  return { carrier, simulator: running, clock, dialled, operations };
}
