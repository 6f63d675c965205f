import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance: the same seed draws the same things in the same order. */
export type Draws = {
  /** Both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** In proportion to the weights, small whole numbers. */
  weigh<K extends string>(weights: Record<K, number>): K;
  shuffle<T>(items: readonly T[]): T[];
};

export function createDraws(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('There is nothing to pick from.');
    return items[int(0, items.length - 1)] as T;
  };
  return {
    int,
    pick,
    chance: (probability) => int(0, 999_999) < probability * 1_000_000,
    weigh<K extends string>(weights: Record<K, number>): K {
      const entries = Object.entries<number>(weights) as [K, number][];
      let left = int(0, entries.reduce((sum, [, weight]) => sum + weight, 0) - 1);
      for (const [key, weight] of entries) {
        if (left < weight) return key;
        left -= weight;
      }
      throw new Error('There is nothing to weigh.');
    },
    shuffle(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        [mixed[last], mixed[other]] = [mixed[other] as (typeof mixed)[0], mixed[last] as (typeof mixed)[0]];
      }
      return mixed;
    },
  };
}
