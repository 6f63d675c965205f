/** How many sends a carrier allows within any stretch of this length. */
export type SendWindow = { windowMs: number; max: number };

/**
 * Room kept beyond the carrier's window, so that clocks and the network cannot push a send back into it:
 * half a percent of the window and the difference two sends may travel.
 */
export function guardedMs(windowMs: number): number {
  return windowMs + Math.ceil(windowMs / 200) + 60;
}

/**
 * When the next request may leave, so that no stretch of any window holds more than its maximum.
 * `sends`: earlier send times in ascending order, ms since epoch.
 */
export function nextSendAt(sends: readonly number[], windows: readonly SendWindow[], now: number): number {
  return windows.reduce(
    (earliest, window) => {
      const oldestThatCounts = sends[sends.length - window.max];
      return oldestThatCounts === undefined
        ? earliest
        : Math.max(earliest, oldestThatCounts + guardedMs(window.windowMs));
    },
    Math.max(now, sends.at(-1) ?? 0),
  );
}

/** The send times that can still matter. */
export function recentSends(sends: readonly number[], windows: readonly SendWindow[], now: number): number[] {
  const longest = Math.max(0, ...windows.map((window) => guardedMs(window.windowMs)));
  return sends.filter((at) => at > now - longest);
}
