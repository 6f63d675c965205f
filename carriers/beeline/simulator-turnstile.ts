import type { CarrierSimulator, Knobs } from '../simulation.ts';

/** Counts requests over sliding windows, by the carrier's own clock. */
export function openTurnstile(now: () => number) {
  const admitted: number[] = [];
  const busiest = new Map<number, number>();
  let requests = 0;
  let throttled = 0;

  /** `null`: come in. Otherwise how long to wait, 0 where the carrier does not say. */
  function admit(limits: Knobs['limits']): number | null {
    requests += 1;
    const at = now();
    const longest = Math.max(0, ...limits.map(({ windowMs }) => windowMs));
    while (admitted[0] !== undefined && admitted[0] <= at - longest) admitted.shift();
    const full = limits.find(({ windowMs, max }) => countSince(at - windowMs) >= max);
    if (full) {
      throttled += 1;
      return full.retryAfter ? full.windowMs : 0;
    }
    if (longest > 0) admitted.push(at);
    for (const { windowMs } of limits) {
      busiest.set(windowMs, Math.max(busiest.get(windowMs) ?? 0, countSince(at - windowMs)));
    }
    return null;
  }

  function countSince(start: number): number {
    return admitted.filter((at) => at > start).length;
  }

  function counts(limits: Knobs['limits']): ReturnType<CarrierSimulator['counts']> {
    const windows = limits.map(({ windowMs }) => ({ windowMs, requests: busiest.get(windowMs) ?? 0 }));
    return { requests, throttled, busiest: windows };
  }

  return { admit, counts };
}
