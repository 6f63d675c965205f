/** When the pipeline asks again, and when it stops asking and calls a person. Milliseconds. */

const second = 1000;
const minute = 60 * second;

/** A lost outcome is settled or in a person's hands after this long (promise R3). */
export const unconfirmedLimitMs = 15 * minute;
/** When the machine stops asking, so that a restart or a full queue does not break the promise. */
export const askingLimitMs = unconfirmedLimitMs - 5 * minute;
/** An accepted change that the carrier still works on is shown to a person after this long. */
export const acceptedLimitMs = 7 * 24 * 60 * minute;
/** How often a change may be sent in all, each time after proof that the last one is absent. */
export const sendLimit = 3;
/** How often an unreachable carrier is tried before a person is called: about two hours of waiting. */
export const unreachableLimit = 40;

/** Wait before sending again after the carrier was surely not reached `tries` times. Grows to five minutes. */
export function postponeMs(tries: number, retryAfterMs: number | undefined): number {
  const backoff = Math.min(second * 2 ** Math.min(tries, 10), 5 * minute);
  return Math.max(backoff, Math.min(retryAfterMs ?? 0, 60 * minute));
}

/** Wait before looking at an accepted change again, by how long it has been so. Grows to five minutes. */
export function lookAgainMs(sinceMs: number): number {
  return Math.min(Math.max(Math.round(sinceMs / 4), second / 2), 5 * minute);
}

/** Wait before asking again about a lost outcome: a person waits for it, so never longer than half a minute. */
export function askAgainMs(sinceMs: number): number {
  return Math.min(lookAgainMs(sinceMs), 30 * second);
}
