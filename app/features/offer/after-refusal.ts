import type { RequestRefusal } from '#app/features/request/request-refusal.ts';

/** What follows when the change of an accepted offer could not even be drafted. */
export type AfterRefusal = { do: 'again'; ms: number } | { do: 'give-up'; why: string };

const minuteMs = 60_000;

/** He was promised it: what may pass is waited for. What the carrier would refuse is given up, and people are told why. */
export function afterRefusal(error: RequestRefusal): AfterRefusal {
  switch (error.code) {
    case 'conflict':
    case 'preview-changed':
      return { do: 'again', ms: 1000 };
    case 'carrier-unreachable':
      return { do: 'again', ms: 5 * minuteMs };
    case 'pending-request':
      return { do: 'again', ms: 10 * minuteMs };
    default:
      return { do: 'give-up', why: error.code };
  }
}
