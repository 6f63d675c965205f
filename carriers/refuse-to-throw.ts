import { type Carrier, DialError, type Failure, ownFailure, type Read } from './port.ts';

/**
 * A carrier whose methods answer in outcomes whatever its adapter throws. Only a change that may have left
 * us is `unknown`; everything that failed before it is `unavailable`.
 */
export function refuseToThrow(carrier: Carrier): Carrier {
  return {
    getLine: (msisdn) => read(() => carrier.getLine(msisdn)),
    getBalance: (msisdn) => read(() => carrier.getBalance(msisdn)),
    listOptions: (msisdn) => read(() => carrier.listOptions(msisdn)),
    listTariffs: (msisdn) => read(() => carrier.listTariffs(msisdn)),
    preview: (order) => read(() => carrier.preview(order)),
    async submit(order) {
      try {
        return await carrier.submit(order);
      } catch (error) {
        const failure = toFailure(error);
        if (!(error instanceof DialError)) return { type: 'unknown', failure };
        if (error.mutates && error.outcome === 'lost') return { type: 'unknown', failure };
        return { type: 'unavailable', failure, ...retryAfter(error) };
      }
    },
    async observe(order, ref) {
      try {
        return await carrier.observe(order, ref);
      } catch (error) {
        return { type: 'unavailable', failure: toFailure(error), ...retryAfter(error) };
      }
    },
    async reconcile(order, sent) {
      try {
        return await carrier.reconcile(order, sent);
      } catch (error) {
        return { type: 'unclear', evidence: { code: 'could-not-ask', detail: toFailure(error).code } };
      }
    },
  };
}

async function read<T>(call: () => Promise<Read<T>>): Promise<Read<T>> {
  try {
    return await call();
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof DialError) return ownFailure('carrier_down', error.outcome, error.message);
  const name = error instanceof Error ? error.name : 'unknown error';
  const text = `The carrier's answer has a form the adapter does not know (${name}).`;
  return ownFailure('unknown_outcome', 'unreadable', text);
}

function retryAfter(error: unknown): { retryAfterMs?: number } {
  return error instanceof DialError && error.retryAfterMs !== undefined
    ? { retryAfterMs: error.retryAfterMs }
    : {};
}
