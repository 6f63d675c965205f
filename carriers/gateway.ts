import { AsyncLocalStorage } from 'node:async_hooks';
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { createDial } from './dial.ts';
import {
  type Capabilities,
  type Carrier,
  type CarrierDefinition,
  type ChangeKind,
  type Dial,
  DialError,
  type WireRecord,
} from './port.ts';
import { refuseToThrow } from './refuse-to-throw.ts';
import { guardedMs, nextSendAt, recentSends, type SendWindow } from './send-windows.ts';
import { createSession } from './session.ts';

/** One tenant's credential at one carrier, its secrets opened. */
export type CarrierAccount = {
  id: string;
  tenantId: string;
  carrier: string;
  /** Grows with every change of the account. */
  version: number;
  settings: unknown;
  credentials: unknown;
  windows: SendWindow[];
  deadlineMs: number;
  disabledKinds: string[];
};

export type GatewayRuntime = {
  now(): Date;
  sleep(ms: number): Promise<void>;
  /** Reserves the account's next send across all processes; how long to wait for it, in ms. */
  reserveSend(accountId: string, windows: SendWindow[]): Promise<number>;
};

export type BreakerState = 'closed' | 'open' | 'half-open';
export type OpenedCarrier = {
  carrier: Carrier;
  capabilities: Capabilities;
  /** How long after its claim a change may still leave us. */
  leaseMs: number;
  breaker(): BreakerState;
};

const maxBytes = 20 * 1024 * 1024;
const failuresThatOpen = 5;
const halfOpenAfterMs = 10_000;
const leaseMs = 10_000;

type Trace = { wire: WireRecord[]; sendBy: Date | undefined };
const traces = new AsyncLocalStorage<Trace>();

/** Runs calls to a carrier and brings back what went over the wire. After `sendBy` no change leaves. */
export async function traced<T>(
  call: () => Promise<T>,
  sendBy?: Date,
): Promise<{ result: T; wire: WireRecord[] }> {
  const trace: Trace = { wire: [], sendBy };
  return { result: await traces.run(trace, call), wire: trace.wire };
}

/** Binds an adapter to an account: one session, one breaker and one pair of windows for all its callers. */
export function openCarrier(
  definition: CarrierDefinition,
  account: CarrierAccount,
  runtime: GatewayRuntime,
): OpenedCarrier {
  const settings = definition.settings.parse(account.settings);
  const credentials = definition.credentials.parse(account.credentials);
  const breaker = circuitBreaker(
    handleType(DialError).orWhenResult((reply) => isDown(reply)),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(failuresThatOpen) },
  );
  const dialOnce = createDial({
    deadlineMs: account.deadlineMs,
    maxBytes,
    secrets: Object.values(credentials),
    takeTurn: createTurns(account, runtime),
    sendBy: () => traces.getStore()?.sendBy,
    now: runtime.now,
    record: (record) => traces.getStore()?.wire.push(record),
  });
  const dial: Dial = async (request) => {
    try {
      return await breaker.execute(() => dialOnce(request));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const text = `${request.operation} was not sent: ${definition.id} does not answer, the next try is soon.`;
      throw new DialError('not_sent', request.mutates, text, halfOpenAfterMs);
    }
  };
  const carrier = definition.connect({
    settings,
    credentials,
    dial,
    session: (signIn) => createSession(signIn, runtime.now),
    now: runtime.now,
    sleep: runtime.sleep,
  });
  return {
    carrier: refuseToThrow(carrier),
    capabilities: withoutDisabled(definition.capabilities(settings), account.disabledKinds),
    leaseMs: leaseMs + Math.max(0, ...account.windows.map((window) => guardedMs(window.windowMs))),
    breaker: () => breakerState(breaker.state),
  };
}

/**
 * Waits for the turn that was reserved for all processes, then for what this one really sent: a turn that
 * woke late must not push the next ones into its window.
 */
function createTurns({ id, windows }: CarrierAccount, runtime: GatewayRuntime): () => Promise<void> {
  let departed: number[] = [];
  return async () => {
    if (windows.length === 0) return;
    const reserved = await runtime.reserveSend(id, windows);
    if (reserved > 0) await runtime.sleep(reserved);
    for (;;) {
      const now = runtime.now().getTime();
      const at = nextSendAt(departed, windows, now);
      if (at <= now) {
        departed = [...recentSends(departed, windows, now), now];
        return;
      }
      await runtime.sleep(at - now);
    }
  };
}

function isDown(reply: unknown): boolean {
  const status = typeof reply === 'object' && reply !== null && 'status' in reply ? reply.status : undefined;
  return status === 502 || status === 503 || status === 504;
}

function breakerState(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}

function withoutDisabled(capabilities: Capabilities, disabled: readonly string[]): Capabilities {
  const kinds = Object.keys(capabilities) as ChangeKind[];
  const byPerson = { by: 'person' } as const;
  return Object.fromEntries(
    kinds.map((kind) => [kind, disabled.includes(kind) ? byPerson : capabilities[kind]]),
  ) as Capabilities;
}
