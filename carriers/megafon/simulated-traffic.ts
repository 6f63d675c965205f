import type { CarrierSimulator, Knobs } from '../simulation.ts';

type Window = Knobs['limits'][number] & { admitted: number[]; arrived: number[]; busiest: number };

/** Counts requests over sliding windows and says which of them are too many. */
export type Traffic = {
  /** `null`: admitted; else how long the fullest window stays closed, and whether the answer says so. */
  arrive(): { retryAfterMs: number; isTold: boolean } | null;
  limit(limits: Knobs['limits']): void;
  counts: CarrierSimulator['counts'];
};

export function openTraffic(limits: Knobs['limits'], now: () => number): Traffic {
  let windows = limits.map(openWindow);
  let requests = 0;
  let throttled = 0;
  return {
    arrive() {
      requests += 1;
      const at = now();
      for (const window of windows) slide(window, at);
      const full = windows.filter(({ admitted, max }) => admitted.length >= max);
      if (full.length === 0) {
        for (const window of windows) window.admitted.push(at);
        return null;
      }
      throttled += 1;
      const free = full.map(({ admitted, windowMs }) => (admitted[0] ?? at) + windowMs - at);
      return { retryAfterMs: Math.max(...free), isTold: full.some(({ retryAfter }) => retryAfter) };
    },
    limit(next) {
      windows = next.map(openWindow);
    },
    counts: () => ({
      requests,
      throttled,
      busiest: windows.map(({ windowMs, busiest }) => ({ windowMs, requests: busiest })),
    }),
  };
}

function openWindow(limit: Knobs['limits'][number]): Window {
  return { ...limit, admitted: [], arrived: [], busiest: 0 };
}

function slide(window: Window, at: number): void {
  window.arrived.push(at);
  for (const times of [window.admitted, window.arrived]) {
    while ((times[0] ?? at) <= at - window.windowMs) times.shift();
  }
  window.busiest = Math.max(window.busiest, window.arrived.length);
}
