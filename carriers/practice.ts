import {
  type CarrierDefinition,
  type Dial,
  DialError,
  Msisdn,
  type Order,
  ownFailure,
  type SubmitOutcome,
} from './port.ts';
import type { PracticeCarrier, PracticeEnd, PracticeLine, PracticeRoom } from './practice-room.ts';
import { refuseToThrow } from './refuse-to-throw.ts';
import { carriers } from './registry.ts';
import { createSession } from './session.ts';
import type { CarrierSimulator, SimulatedLine, SimulatorDefinition } from './simulation.ts';

/** Nobody's: `.invalid` never resolves, and no socket is opened anyway. */
const origin = 'http://practice.invalid';
const msisdn = Msisdn.parse('+79000000001');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The room of one carrier. Throws when there is no such carrier. */
export async function openPracticeRoom(carrier: string): Promise<PracticeRoom> {
  const entry = carriers[carrier];
  if (!entry) throw new Error(`There is no adapter for the carrier "${carrier}" in carriers/registry.ts.`);
  const simulator = await entry.simulator();
  return {
    ...simulator.catalogue,
    open: (line, now) => openLine(entry.definition, simulator, line, now),
  };
}

type Clock = { at: number };

function openLine(
  definition: CarrierDefinition,
  simulator: SimulatorDefinition,
  line: PracticeLine,
  now: Date,
): PracticeCarrier {
  const clock: Clock = { at: now.getTime() };
  const readClock = () => new Date(clock.at);
  const running = simulator.create({ seed: 1, lines: [simulatedLine(line)], now: () => clock.at });
  const account = simulator.account(origin);
  const settings = definition.settings.parse(account.settings);
  const carrier = refuseToThrow(
    definition.connect({
      settings,
      credentials: definition.credentials.parse(account.credentials),
      dial: dialInProcess(running),
      session: (signIn) => createSession(signIn, readClock),
      now: readClock,
      sleep: async (ms) => {
        clock.at += ms;
      },
    }),
  );
  const capabilities = definition.capabilities(settings);
  const orderOf = (change: Order['change']): Order => ({
    orderKey: 'practice',
    msisdn,
    carrierLineId: null,
    change,
  });
  return {
    capabilities,
    getLine: () => carrier.getLine(msisdn),
    preview: async (change) =>
      capabilities[change.kind].by === 'person' ? null : carrier.preview(orderOf(change)),
    async carryOut(change) {
      const order = orderOf(change);
      if (capabilities[change.kind].by === 'person')
        return { type: 'person', instructions: definition.instructions(order) };
      const startedAt = clock.at;
      const end = await follow(carrier, order, clock);
      return end ?? { type: 'done', tookMs: clock.at - startedAt };
    },
  };
}

/** `null`: it is done. A carrier may take effect in the next period, so it is asked for more than a month. */
async function follow(
  carrier: ReturnType<typeof refuseToThrow>,
  order: Order,
  clock: Clock,
): Promise<PracticeEnd | null> {
  const outcome: SubmitOutcome = await carrier.submit(order);
  if (outcome.type === 'completed') return null;
  if (outcome.type === 'refused') return { type: 'refused', failure: outcome.failure };
  if (outcome.type !== 'accepted') return { type: 'unclear', failure: outcome.failure };
  for (let round = 0; round < 900; round += 1) {
    const seen = await carrier.observe(order, outcome.ref);
    if (seen.type === 'completed') return null;
    if (seen.type === 'refused') return { type: 'refused', failure: seen.failure };
    if (seen.type === 'needs_human') return { type: 'unclear', failure: seen.failure };
    clock.at += round < 30 ? minuteMs : hourMs;
  }
  const text = 'The simulator did not finish the change.';
  return { type: 'unclear', failure: ownFailure('unknown_outcome', 'no-answer-in-time', text) };
}

function dialInProcess(simulator: CarrierSimulator): Dial {
  return async ({ url, method, headers, body, mutates, operation }) => {
    try {
      const request = new Request(url, { method, headers: headers ?? {}, body: body ?? null });
      const response = await simulator.fetch(request);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = (label?: string) => new TextDecoder(label).decode(bytes);
      return { status: response.status, headers: response.headers, bytes, text };
    } catch (cause) {
      throw new DialError('lost', mutates, `${operation}: ${String(cause)}`);
    }
  };
}

function simulatedLine({ tariffCode, optionCodes, blocked }: PracticeLine): SimulatedLine {
  return {
    msisdn,
    tariffCode,
    optionCodes: [...optionCodes],
    blocked,
    balanceKopecks: 150_050,
    lineId: '500001',
    accountNumber: '277300000001',
    iccid: '897010000000000001',
    imsi: '250010000000001',
  };
}
