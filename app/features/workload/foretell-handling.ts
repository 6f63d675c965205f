import { halfHoursADay } from './half-hours.ts';
import type { History } from './history.ts';

const learntDays = 56;
/** So many contacts of the whole day are counted into each half hour: few calls at night do not make a rule. */
const steadying = 30;

/** Seconds of one contact by half hour of the wall clock, from the last eight weeks; `null`: nothing was measured. */
export function foretellHandling({ handled, handlingS }: History): Float64Array | null {
  const counts = sumByHalfHour(handled.values);
  const seconds = sumByHalfHour(handlingS.values);
  const all = counts.reduce((sum, value) => sum + value, 0);
  if (all === 0) return null;
  const usual = seconds.reduce((sum, value) => sum + value, 0) / all;
  return counts.map((count, slot) => ((seconds[slot] ?? 0) + steadying * usual) / (count + steadying));
}

function sumByHalfHour(values: Float64Array): Float64Array {
  const sums = new Float64Array(halfHoursADay);
  for (const [place, value] of values.subarray(-learntDays * halfHoursADay).entries())
    if (!Number.isNaN(value)) sums[place % halfHoursADay] = (sums[place % halfHoursADay] ?? 0) + value;
  return sums;
}
