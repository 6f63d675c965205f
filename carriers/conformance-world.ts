import type {
  Carrier,
  CarrierDefinition,
  Change,
  Dial,
  Observation,
  Order,
  Reconciliation,
  Session,
  SubmitOutcome,
  WireReply,
} from './port.ts';
import { DialError, Msisdn } from './port.ts';
import { refuseToThrow } from './refuse-to-throw.ts';
import { createSession } from './session.ts';
import type {
  AcceptedChange,
  CarrierSimulator,
  Knobs,
  LedgerEntry,
  SimulatedLine,
  SimulatorDefinition,
} from './simulation.ts';

/** Noon in Moscow: outside every carrier's night window. February is a closed accounting period. */
const noon = Date.parse('2026-03-10T09:00:00Z');
const origin = 'http://carrier.test';
/** In-process answers take milliseconds; only a hang may reach the short deadline. */
const patientMs = 10_000;
export const shortDeadlineMs = 250;
/** For a carrier that answers nothing at all. */
export const silentDeadlineMs = 20;

export type World = {
  carrier: Carrier;
  simulator: CarrierSimulator;
  /** What the simulator took on, as its host would write it down. */
  accepted: AcceptedChange[];
  settings: { absenceProofAfterMs: number };
  secrets: string[];
  /** What crossed the wire so far. */
  signIns: number;
  mutations: number;
  deadlineMs: number;
  /** Called once, after the next mutating exchange ended in whatever way. */
  afterMutation: (() => void) | null;
  now(): Date;
  pass(ms: number): void;
};

export const numbers = {
  plain: Msisdn.parse('+79160000001'),
  equipped: Msisdn.parse('+79160000002'),
  wished: Msisdn.parse('+79160000003'),
  barred: Msisdn.parse('+79160000004'),
  rivalled: Msisdn.parse('+79160000005'),
  droppable: Msisdn.parse('+79160000006'),
  stranger: Msisdn.parse('+79260000009'),
};

export function simulatedLine(
  msisdn: Msisdn,
  tariffCode: string,
  rest: Partial<SimulatedLine> = {},
): SimulatedLine {
  const last = msisdn.slice(-4);
  return {
    msisdn,
    lineId: `50${last}`,
    accountNumber: `27730000${last}`,
    tariffCode,
    optionCodes: [],
    blocked: null,
    balanceKopecks: 150_050,
    iccid: `89701000000000${last}`,
    imsi: `25001000000${last}`,
    ...rest,
  };
}

export type WorldOptions = {
  knobs?: Partial<Knobs>;
  seed?: number;
  /** What an earlier run of the simulator left. */
  ledger?: LedgerEntry[];
  accepted?: AcceptedChange[];
};

/** One carrier account talking to a fresh simulator, in one process, on one clock that only `pass` moves. */
export function openWorld(
  definition: CarrierDefinition,
  simulator: SimulatorDefinition,
  lines: SimulatedLine[],
  { knobs = {}, seed = 1, ledger = [], accepted = [] }: WorldOptions = {},
): World {
  let clock = noon;
  const written: AcceptedChange[] = [...accepted];
  const onAccepted = (change: AcceptedChange) => void written.push(change);
  const running = simulator.create({ seed, lines, ledger, accepted, knobs, now: () => clock, onAccepted });
  const account = simulator.account(origin);
  const settings = definition.settings.parse(account.settings);
  const credentials = definition.credentials.parse(account.credentials);
  const world: Omit<World, 'carrier'> = {
    simulator: running,
    accepted: written,
    settings,
    secrets: Object.values(credentials),
    signIns: 0,
    mutations: 0,
    deadlineMs: patientMs,
    afterMutation: null,
    now: () => new Date(clock),
    pass: (ms) => {
      clock += ms;
    },
  };
  const carrier = definition.connect({
    settings,
    credentials,
    dial: dialInProcess(world),
    session: (signIn) => countedSession(world, signIn),
    now: world.now,
    sleep: async (ms) => world.pass(ms),
  });
  return Object.assign(world, { carrier });
}

function dialInProcess(world: Omit<World, 'carrier'>): Dial {
  return async (wire) => {
    if (wire.mutates) world.mutations += 1;
    const signal = AbortSignal.timeout(world.deadlineMs);
    const { method, headers, body } = wire;
    const request = new Request(wire.url, { method, signal, headers: headers ?? {}, body: body ?? null });
    try {
      return await Promise.race([exchange(world.simulator, request), aborted(signal)]);
    } catch (cause) {
      throw new DialError('lost', wire.mutates, `${wire.operation}: ${String(cause)}`);
    } finally {
      if (wire.mutates) {
        const react = world.afterMutation;
        world.afterMutation = null;
        react?.();
      }
    }
  };
}

async function exchange(simulator: CarrierSimulator, request: Request): Promise<WireReply> {
  const response = await simulator.fetch(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = (label?: string) => new TextDecoder(label).decode(bytes);
  return { status: response.status, headers: response.headers, bytes, text };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}

/** The gateway's own session, with its sign-ins counted. */
function countedSession<T>(
  world: Omit<World, 'carrier'>,
  signIn: () => Promise<{ value: T; expiresAt: Date | null }>,
): Session<T> {
  return createSession(() => {
    world.signIns += 1;
    return signIn();
  }, world.now);
}

/** Submits as the gateway does: what the adapter throws becomes an outcome. */
export function submit(world: World, order: Order): Promise<SubmitOutcome> {
  return refuseToThrow(world.carrier).submit(order);
}

/** Asks until the carrier is done, for more than a month if it takes effect in the next period. */
export async function settle(
  world: World,
  order: Order,
  outcome: SubmitOutcome,
): Promise<SubmitOutcome | Observation> {
  if (outcome.type !== 'accepted') return outcome;
  let seen: Observation = { type: 'pending' };
  for (let round = 0; round < 900 && (seen.type === 'pending' || seen.type === 'unavailable'); round += 1) {
    seen = await world.carrier.observe(order, outcome.ref);
    world.pass(round < 30 ? 30_000 : 3_600_000);
  }
  return seen;
}

/** Reconciles until the carrier's answer is clear or the proof of absence is long overdue. */
export async function reconcile(world: World, order: Order, sentAt: Date): Promise<Reconciliation> {
  const until = sentAt.getTime() + 2 * world.settings.absenceProofAfterMs;
  let result = await world.carrier.reconcile(order, { after: sentAt, before: sentAt });
  while (result.type === 'unclear' && world.now().getTime() < until) {
    world.pass(Math.max(1_000, world.settings.absenceProofAfterMs / 4));
    result = await world.carrier.reconcile(order, { after: sentAt, before: sentAt });
  }
  return result;
}

export function orderFor(msisdn: Msisdn, change: Change): Order {
  return { orderKey: `order-${change.kind}`, msisdn, carrierLineId: null, change };
}
