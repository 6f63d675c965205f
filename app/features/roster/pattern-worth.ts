import type { ShiftPattern, ShiftPatterns } from './shift-patterns.ts';

/** What each pattern's work is worth when every break is put where the work is worth least. */
export function openPatternWorth(patterns: ShiftPatterns, slots: number) {
  const { all, windows, firstOfDay } = patterns;
  const worth = new Float64Array(all.length);
  const sums = new Float64Array(slots + 1);
  const cheapest = windows.map(() => new Float64Array(slots));
  const starts = Int32Array.from(all, ({ start }) => start);
  const ends = Int32Array.from(all, ({ end }) => end);
  const kinds = all.map((pattern) => Int32Array.from(pattern.windows));
  return {
    /** Of the patterns of these days; the array is used again by every call. */
    price(slotWorth: Float64Array, { fromDay, toDay, from, to }: Week): Float64Array {
      const until = Math.min(slots, to + 96);
      sums[from] = 0;
      for (let slot = from; slot < until; slot += 1)
        sums[slot + 1] = (sums[slot] ?? 0) + (slotWorth[slot] ?? 0);
      for (const [kind, { slots: length, earliest, latest }] of windows.entries()) {
        const least = cheapest[kind] ?? new Float64Array();
        for (let start = from; start < to; start += 1) {
          let lowest = Number.POSITIVE_INFINITY;
          const last = Math.min(start + latest, until - length);
          for (let at = start + earliest; at <= last; at += 1) {
            const sum = (sums[at + length] ?? 0) - (sums[at] ?? 0);
            if (sum < lowest) lowest = sum;
          }
          least[start] = lowest;
        }
      }
      const last = firstOfDay[toDay] ?? 0;
      for (let pattern = firstOfDay[fromDay] ?? 0; pattern < last; pattern += 1) {
        const start = starts[pattern] ?? 0;
        let sum = (sums[ends[pattern] ?? 0] ?? 0) - (sums[start] ?? 0);
        const own = kinds[pattern] ?? new Int32Array();
        for (let place = 0; place < own.length; place += 1) sum -= cheapest[own[place] ?? 0]?.[start] ?? 0;
        worth[pattern] = sum;
      }
      return worth;
    },
    /** Where its breaks begin then. */
    breaksOf({ windows: own, start }: ShiftPattern, slotWorth: Float64Array): number[] {
      return own.map((kind) => {
        const { slots: length = 1, earliest = 0, latest = 0 } = windows[kind] ?? {};
        let best = start + earliest;
        let lowest = Number.POSITIVE_INFINITY;
        for (let at = best; at <= start + latest; at += 1) {
          let sum = 0;
          for (let slot = at; slot < at + length; slot += 1) sum += slotWorth[slot] ?? 0;
          if (sum < lowest - 1e-9) [best, lowest] = [at, sum];
        }
        return best;
      });
    },
  };
}

type Week = { fromDay: number; toDay: number; from: number; to: number };
