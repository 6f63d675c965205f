import { methods } from './methods.ts';
import { daysOf, type Series, until } from './series.ts';

/** `day`: the first at the new level; `ratio`: how many times the old one. */
export type LevelShift = { day: number; ratio: number };

const fewestDays = 4;
const mostDays = 14;
/** A change smaller than this is left to the methods; so is one that chance could have made. */
const leastChange = 0.12;
const spreads = 3;
/** So far back it is looked whether what looked like a shift was one. */
const rememberedDays = 70;

/**
 * Whether the last days, four of them at least, stand at another level than the weeks before foretold. It is believed
 * where no such sight of the last ten weeks passed by itself: a busy start of every month is no shift.
 */
export function findLevelShift(series: Series): LevelShift | null {
  const totals = dailyTotals(series);
  const shift = seeShift(totals);
  if (!shift) return null;
  const earliest = Math.max(0, shift.day - rememberedDays);
  for (let day = shift.day; day > earliest; day -= 1) {
    const seen = seeShift(until(totals, day));
    if (seen && hasPassed(totals, seen, day)) return null;
  }
  return shift;
}

/** The days before the shift as they would have been at the new level. */
export function atNewLevel(series: Series, shift: LevelShift | null): Series {
  if (!shift) return series;
  const before = shift.day * series.slotsADay;
  return {
    ...series,
    values: series.values.map((value, place) => (place < before ? value * shift.ratio : value)),
  };
}

function dailyTotals({ firstOn, slotsADay, values }: Series): Series {
  const totals = Float64Array.from({ length: values.length / slotsADay }, (_, day) => {
    const known = values
      .subarray(day * slotsADay, (day + 1) * slotsADay)
      .filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0);
  });
  return { firstOn, slotsADay: 1, values: totals };
}

/** Every day to the same side by more than usual, their mean beyond three standard errors by the spread of the days before. */
function seeShift(totals: Series): LevelShift | null {
  const first = daysOf(totals) - mostDays;
  if (first < 63) return null;
  const usual = logRatios(totals, first - 28, first).filter(Number.isFinite);
  const spread = Math.max(0.02, 1.4826 * medianOf(usual.map(Math.abs)));
  const recent = logRatios(totals, first, first + mostDays);
  const seen = recent.map((_, from) => {
    const after = recent.slice(from).filter(Number.isFinite);
    const level = medianOf(after);
    const isSeen =
      after.length >= fewestDays &&
      Math.abs(level) >= leastChange &&
      after.every((ratio) => ratio * Math.sign(level) > Math.max(spread, Math.abs(level) / 3)) &&
      Math.abs(level) * Math.sqrt(after.length) >= spreads * spread;
    return { day: first + from, ratio: Math.exp(level), weight: isSeen ? Math.abs(level) * after.length : 0 };
  });
  const heaviest = seen.reduce((most, one) => (one.weight > most.weight ? one : most), {
    day: 0,
    ratio: 1,
    weight: 0,
  });
  return heaviest.weight > 0 ? { day: heaviest.day, ratio: heaviest.ratio } : null;
}

/** Whether the week after `day` was nearer to the old level than to the new. */
function hasPassed(totals: Series, { day: first, ratio }: LevelShift, day: number): boolean {
  const foretold = methods['median-of-five'](until(totals, first), day + 7 - first);
  const after = Array.from(totals.values.subarray(day, day + 7), (came, place) =>
    Math.log(came / (foretold[day - first + place] ?? Number.NaN)),
  ).filter(Number.isFinite);
  return after.length > 0 && Math.abs(medianOf(after)) < Math.abs(Math.log(ratio)) / 2;
}

/** By day, what came against what the weeks before `first` foretold, as logarithms. */
function logRatios(totals: Series, first: number, last: number): number[] {
  const foretold = methods['median-of-five'](until(totals, first), last - first);
  return Array.from(totals.values.subarray(first, last), (came, day) =>
    Math.log(came / (foretold[day] ?? Number.NaN)),
  );
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
