import { daysOf, type Series, weeksBefore } from './series.ts';

/** What comes in the `days` after the last known one, slot by slot; NaN where nothing was ever known of a slot. */
export type Method = (series: Series, days: number) => Float64Array;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]) => sumOf(values) / values.length;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The mean without the largest and the smallest, where more than three are known. */
function trimmedMeanOf(values: readonly number[]): number {
  return meanOf(values.length > 3 ? [...values].sort((a, b) => a - b).slice(1, -1) : values);
}

/** The newest counts most, each before it by `fading` less. */
const fadedMean = (fading: number) => (values: readonly number[]) => {
  const weights = values.map((_, age) => fading ** age);
  return sumOf(values.map((value, age) => value * (weights[age] ?? 0))) / sumOf(weights);
};

/** Each slot from the same slot of so many weeks before. */
const slotBySlot =
  (most: number, of: (values: readonly number[]) => number): Method =>
  (series, days) => {
    const first = daysOf(series);
    return Float64Array.from({ length: days * series.slotsADay }, (_, place) => {
      const at = { day: first + Math.floor(place / series.slotsADay), slot: place % series.slotsADay };
      return of(weeksBefore(series, at, { most, weeks: 3 * most }));
    });
  };

/** The shape of eight weeks at the level of the last `days` days: what changes fast is how much, not when. */
const shapeAtLevel =
  (levelDays: number): Method =>
  (series, days) => {
    const shape = slotBySlot(8, trimmedMeanOf)(series, days);
    const known = daysOf(series);
    const before = {
      ...series,
      values: series.values.subarray(0, Math.max(0, known - levelDays) * series.slotsADay),
    };
    const last = series.values.subarray(before.values.length);
    const expected = slotBySlot(8, trimmedMeanOf)(before, Math.min(levelDays, known));
    let [came, foretold] = [0, 0];
    for (const [place, value] of last.entries()) {
      const other = expected[place] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(other)) continue;
      came += value;
      foretold += other;
    }
    const level = foretold > 0 ? came / foretold : 1;
    return shape.map((value) => value * level);
  };

/**
 * All read the weeks before. The four-week mean is the measure of the others: over days and weeks simple methods are hard
 * to beat (Taylor, 2008, Management Science 54, 253–265), and one bad week spoils a mean, not a median.
 */
export const methods = {
  'four-week-mean': slotBySlot(4, meanOf),
  'twelve-week-mean': slotBySlot(12, meanOf),
  'last-week': slotBySlot(1, meanOf),
  'median-of-five': slotBySlot(5, medianOf),
  'median-of-eight': slotBySlot(8, medianOf),
  'trimmed-six': slotBySlot(6, trimmedMeanOf),
  'trimmed-ten': slotBySlot(10, trimmedMeanOf),
  'faded-fast': slotBySlot(8, fadedMean(0.5)),
  'faded-slowly': slotBySlot(12, fadedMean(0.8)),
  'shape-at-week': shapeAtLevel(7),
  'shape-at-fortnight': shapeAtLevel(14),
} satisfies Record<string, Method>;
export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];
/** Of rare events the middle one is nought, and nobody would be on the line: their mean is what staff is reckoned from. */
export const methodsOfFew = [
  'four-week-mean',
  'twelve-week-mean',
  'faded-slowly',
] as const satisfies MethodName[];
