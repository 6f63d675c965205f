import { methods } from './methods.ts';
import { daysOf, type Series, until } from './series.ts';

/** By day of the series, what is marked there: a holiday, a billing day, a campaign, an outage. */
export type Marks = ReadonlyMap<number, string>;

/** The marked days as if nothing were known of them: they teach nothing of ordinary ones. */
export function withoutMarked(series: Series, marks: Marks): Series {
  const values = Float64Array.from(series.values, (value, place) =>
    marks.has(Math.floor(place / series.slotsADay)) ? Number.NaN : value,
  );
  return { ...series, values };
}

/**
 * How many times an ordinary day each kind was, the geometric mean of all its past days with one ordinary day among them,
 * so that a single such day is believed half.
 */
export function factorsOf(series: Series, marks: Marks): Map<string, number> {
  const ordinary = withoutMarked(series, marks);
  const logs = new Map<string, number[]>();
  for (const [day, kind] of marks) {
    if (day >= daysOf(series)) continue;
    const log = Math.log(timesOrdinary(series, ordinary, day));
    if (Number.isFinite(log)) logs.set(kind, [...(logs.get(kind) ?? []), log]);
  }
  return new Map(
    [...logs].map(([kind, all]) => [
      kind,
      Math.exp(all.reduce((sum, log) => sum + log, 0) / (all.length + 1)),
    ]),
  );
}

/** The forecast of ordinary days, with the marked among them at their kind's level; `first`: the day it begins with. */
export function atTheirFactors(
  forecast: Float64Array,
  {
    first,
    slotsADay,
    marks,
    factors,
  }: { first: number; slotsADay: number; marks: Marks; factors: Map<string, number> },
): Float64Array {
  return forecast.map((value, place) => {
    const kind = marks.get(first + Math.floor(place / slotsADay));
    return kind === undefined ? value : value * (factors.get(kind) ?? 1);
  });
}

function timesOrdinary(series: Series, ordinary: Series, day: number): number {
  const expected = methods['median-of-five'](until(ordinary, day), 1);
  const from = day * series.slotsADay;
  let [came, foretold] = [0, 0];
  for (const [slot, value] of expected.entries()) {
    const actual = series.values[from + slot] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(actual)) continue;
    came += actual;
    foretold += value;
  }
  return came / foretold;
}
