import { setTimeout } from 'node:timers/promises';

/** A clock that runs `speed` times as fast as the machine's since `start`, and sleeps by itself. */
export function createFastClock(speed: number, start = Date.now()) {
  return {
    now: () => new Date(start + (Date.now() - start) * speed),
    sleep: (ms: number) => setTimeout(ms / speed),
  };
}
