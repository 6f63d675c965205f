import { atNewLevel, findLevelShift, type LevelShift } from './level-shift.ts';
import { addErrors, type Errors, errorsOf, noErrors, wapeOf } from './measure.ts';
import { type MethodName, methodNames, methods, methodsOfFew } from './methods.ts';
import { daysOf, type Series, until } from './series.ts';
import { atTheirFactors, factorsOf, type Marks, withoutMarked } from './special-days.ts';

export type WorkloadForecast = {
  /** By slot of the days to come. */
  values: Float64Array;
  /** The methods whose mean it is. */
  from: MethodName[];
  /** How each method did on the weeks before, each foretold from what was known then: WAPE, the best first. */
  tried: { name: MethodName; wape: number }[];
  /** Spread of a slot beyond the chance of independent arrivals, as a share of its value. */
  spread: number;
  /** The days before it were taken as if at the new level. */
  shift: LevelShift | null;
};

/** Each of the last weeks is foretold from those before it. */
const triedWeeks = 12;
/** Methods whose error is within 3 % of the least are as good: their mean is steadier than any of them. */
const asGood = 1.03;
/** Below so many a slot on average, they are rare events. */
const fewASlot = 10;
const measure: MethodName = 'four-week-mean';

/**
 * Foretells the days after the last known one; `marks` names the special ones among all. With too little history it is
 * the four-week mean alone.
 */
export function forecastWorkload(known: Series, days: number, marks: Marks = new Map()): WorkloadForecast {
  const ordinary = withoutMarked(known, marks);
  const shift = findLevelShift(ordinary);
  const series = atNewLevel(ordinary, shift);
  const trials = tryMethods(series);
  const tried = trials
    .map(({ name, errors }) => ({ name, wape: wapeOf(errors) }))
    .sort((a, b) => a.wape - b.wape);
  const least = tried[0]?.wape ?? Number.NaN;
  const good = tried.filter(({ wape }) => wape <= least * asGood).map(({ name }) => name);
  const from = good.length > 0 ? good : [measure];
  const special = {
    first: daysOf(known),
    slotsADay: known.slotsADay,
    marks,
    factors: factorsOf(known, marks),
  };
  const values = atTheirFactors(meanForecast(series, days, from), special);
  return { values, from, tried, spread: spreadOf(series, from), shift };
}

/** Slot by slot the mean of those methods that know something of it. */
function meanForecast(series: Series, days: number, from: readonly MethodName[]): Float64Array {
  const forecasts = from.map((name) => methods[name](series, days));
  return Float64Array.from({ length: days * series.slotsADay }, (_, place) => {
    const known = forecasts
      .map((forecast) => forecast[place] ?? Number.NaN)
      .filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

function tryMethods(series: Series): { name: MethodName; errors: Errors }[] {
  const weeks = rollingWeeks(series);
  const candidates = isOfFew(series) ? methodsOfFew : methodNames;
  return candidates.map((name) => ({
    name,
    errors: weeks
      .map(({ known, came }) => errorsOf(methods[name](known, 7), came))
      .reduce(addErrors, noErrors),
  }));
}

function isOfFew({ values }: Series): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) < fewASlot * known.length;
}

/** The last weeks, each with what was known before it; the first four weeks foretell nothing. */
function rollingWeeks(series: Series): { known: Series; came: Float64Array }[] {
  const last = daysOf(series);
  const most = Math.min(triedWeeks, Math.floor(last / 7) - 4);
  return Array.from({ length: Math.max(0, most) }, (_, week) => {
    const day = last - 7 * (week + 1);
    const from = day * series.slotsADay;
    return { known: until(series, day), came: series.values.subarray(from, from + 7 * series.slotsADay) };
  });
}

/** Variance of a slot is taken as value + (spread × value)²: the first by chance, the second by what nobody foresaw. */
function spreadOf(series: Series, from: readonly MethodName[]): number {
  let [beyond, squares] = [0, 0];
  for (const { known, came } of rollingWeeks(series)) {
    const foretold = meanForecast(known, 7, from);
    for (const [place, value] of came.entries()) {
      const expected = foretold[place] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(expected)) continue;
      beyond += (value - expected) ** 2 - expected;
      squares += expected ** 2;
    }
  }
  return squares > 0 ? Math.sqrt(Math.max(0, beyond) / squares) : 0;
}

/** Between these the slot falls four times out of five. */
export function intervalOf(value: number, spread: number): { low: number; high: number } {
  const half = 1.2815515655446004 * Math.sqrt(value + (spread * value) ** 2);
  return { low: Math.max(0, value - half), high: value + half };
}
