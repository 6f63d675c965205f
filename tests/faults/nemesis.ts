import type { Draws } from '#seeds/draws.ts';
import type { CrashPoint } from '#workers/crash-points.ts';

/** What happens to the desk in one round. */
export type Round = {
  /** How the process dies: by itself at a named point, or by kill -9 after so many real milliseconds. */
  death: { at: CrashPoint } | { afterMs: number };
  queue: 'embedded' | 'redis';
  /** What happens to the queue's store while nobody runs. */
  store: 'kept' | 'wiped' | 'restarted';
};

const points: CrashPoint[] = [
  'after-claim',
  'after-submit',
  'after-answer',
  'after-contact-claim',
  'after-contact',
  'before-enqueue',
  'after-admission',
  'before-finish',
];

/** Pure: the rounds of a seed. Every named point comes, the rest are deaths at random moments. */
export function planRounds(draws: Draws, count: number, withRedis: boolean): Round[] {
  return Array.from({ length: count }, (_, index) => {
    const point = points[(index / 2) % points.length];
    const queue = withRedis && index % 4 >= 2 ? ('redis' as const) : ('embedded' as const);
    return {
      death: index % 2 === 0 && point ? { at: point } : { afterMs: draws.int(50, 4000) },
      queue,
      store: draws.weigh({ kept: 3, wiped: 1, restarted: queue === 'redis' ? 1 : 0 }),
    };
  });
}
