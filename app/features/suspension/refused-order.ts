import type { RequestRefusal } from '#app/features/request/request-refusal.ts';

/** What follows when a request could not even be drafted. `stuck`: people are shown why, and it is tried on. */
export type AfterRefusal =
  | { do: 'again'; ms: number }
  | { do: 'give-up'; why: string }
  | { do: 'works-already' }
  | { do: 'stuck'; why: string; ms: number };

const minuteMs = 60_000;

/**
 * A block that its carrier would not take is given up: a person may look why. A line that must come back is never
 * given up; what its carrier blocked itself only he can bring back.
 */
export function refusedOrder(what: 'block' | 'unblock', error: RequestRefusal): AfterRefusal {
  switch (error.code) {
    case 'conflict':
    case 'preview-changed':
      return { do: 'again', ms: 1000 };
    case 'carrier-unreachable':
      return { do: 'again', ms: 5 * minuteMs };
    case 'carrier-refuses':
      return refusedByCarrier(what, error.failure);
    case 'pending-request':
      return { do: 'stuck', why: 'pending-request', ms: 10 * minuteMs };
    default:
      return what === 'block'
        ? { do: 'give-up', why: error.code }
        : { do: 'stuck', why: error.code, ms: 60 * minuteMs };
  }
}

type Failure = Extract<RequestRefusal, { code: 'carrier-refuses' }>['failure'];

function refusedByCarrier(what: 'block' | 'unblock', failure: Failure): AfterRefusal {
  const isOperators = failure.class === 'blocked_by_operator';
  const why = isOperators ? 'blocked-by-operator' : 'carrier-refuses';
  if (what === 'block') return { do: 'give-up', why };
  if (failure.code === 'not_blocked') return { do: 'works-already' };
  return { do: 'stuck', why, ms: 60 * minuteMs };
}
