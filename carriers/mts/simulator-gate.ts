import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Faults, Knobs } from '../simulation.ts';

const faultNames = [
  'hangAfterApplying',
  'hangBeforeApplying',
  'breakAfterApplying',
  'acceptSilently',
  'failLater',
  'unavailable',
  'errorInside',
  'expireSession',
] as const satisfies (keyof Faults)[];
/** The windows of the small package, 3/s and 60/min, are measured whatever the knobs limit. */
const measuredWindowsMs = [1_000, 60_000];
const tokenLivesMs = 3_600_000;

/** Draws faults from one seeded stream: always all of them, so that one knob does not shift the others. */
export function createDice(seed: number, faults: () => Partial<Faults>) {
  const stream = xoroshiro128plus(seed);
  const chance = () => uniformFloat64(stream);
  return {
    chance,
    draw(): { faults: Set<keyof Faults>; coin: number } {
      const drawn = faultNames.filter((name) => chance() < (faults()[name] ?? 0));
      return { faults: new Set(drawn), coin: chance() };
    },
  };
}

/** Counts every request in sliding windows and says when the caller went over a limit. */
export function createMeter(limits: () => Knobs['limits'], now: () => number) {
  const received: number[] = [];
  const admitted: number[] = [];
  const busiest = new Map(measuredWindowsMs.map((windowMs) => [windowMs, 0]));
  let requests = 0;
  let throttled = 0;
  function within(times: number[], windowMs: number): number {
    const since = now() - windowMs;
    return times.length - (times.findLastIndex((at) => at <= since) + 1);
  }
  function forget(times: number[]): void {
    const longestMs = Math.max(...measuredWindowsMs, ...limits().map(({ windowMs }) => windowMs));
    times.splice(0, times.length - within(times, longestMs));
  }
  return {
    counts: () => ({
      requests,
      throttled,
      busiest: [...busiest].map(([windowMs, most]) => ({ windowMs, requests: most })),
    }),
    /** Seconds to wait, or `null` for a reply without Retry-After; `undefined`: go on. */
    admit(): number | null | undefined {
      requests += 1;
      received.push(now());
      forget(received);
      forget(admitted);
      for (const windowMs of new Set([...busiest.keys(), ...limits().map((limit) => limit.windowMs)])) {
        busiest.set(windowMs, Math.max(busiest.get(windowMs) ?? 0, within(received, windowMs)));
      }
      const broken = limits().find(({ windowMs, max }) => within(admitted, windowMs) >= max);
      if (!broken) {
        admitted.push(now());
        return undefined;
      }
      throttled += 1;
      return broken.retryAfter ? Math.max(1, Math.ceil(broken.windowMs / 1_000)) : null;
    },
  };
}

/** Hands out tokens for an hour each and tells a token it never gave from one that has expired. */
export function createTokens(seed: number, now: () => number) {
  const expiry = new Map<string, number>();
  return {
    issue(): { access_token: string; expires_in: number } {
      const token = `sim-${seed}-${now().toString(36)}-${expiry.size + 1}`;
      expiry.set(token, now() + tokenLivesMs);
      return { access_token: token, expires_in: tokenLivesMs / 1_000 };
    },
    expire: (token: string) => expiry.set(token, 0),
    check(token: string): 'good' | 'expired' | 'broken' {
      const until = expiry.get(token);
      if (until === undefined) return 'broken';
      return until > now() ? 'good' : 'expired';
    },
  };
}
