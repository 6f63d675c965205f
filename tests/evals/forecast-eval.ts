import { forecastWorkload } from '#app/features/workload/forecast-workload.ts';
import {
  addErrors,
  type Errors,
  errorsOf,
  maseOf,
  noErrors,
  noiseFloor,
  wapeOf,
} from '#app/features/workload/measure.ts';
import { methods } from '#app/features/workload/methods.ts';
import { dateOf, daysOf, type Series, until } from '#app/features/workload/series.ts';
import { simpleForecasts } from '#app/features/workload/simple-forecasts.ts';
import type { Measured } from '#tests/bench/bench.ts';
import type { EvalContext } from './eval.ts';
import { readSeries } from './read-series.ts';

const mostFolds = 8;
/** Weeks that are known before the first cut-off. */
const knownWeeks = 6;
const horizonDays = 14;
const rivals = {
  'as-a-week-ago': simpleForecasts['last-week'],
  'four-week-mean': methods['four-week-mean'],
  'moving-average': simpleForecasts['moving-average'],
} as const;
const names = ['pult', ...Object.keys(rivals)];
type ByName = Record<string, Errors[]>;

/**
 * Foretells one and two weeks from eight cut-offs a week apart, fewer of a short file, each from what was known then, beside saying the same as
 * a week ago, the mean of the last four weeks and a moving average of the slot over all days.
 */
export async function forecast({ say, options }: EvalContext): Promise<Measured> {
  if (!options.data) throw new Error('Say which file: --data FILE.');
  const series = readSeries(options.data);
  const days = daysOf(series);
  say(`${days} days from ${series.firstOn}, ${series.slotsADay} slots a day.`);
  const folds = Math.min(mostFolds, Math.floor(days / 7) - knownWeeks);
  if (folds < 1) throw new Error(`${days} days are too few: give ${7 * (knownWeeks + 1)}.`);
  const byName: ByName = Object.fromEntries(names.map((name) => [name, emptyDays()]));
  let naive = noErrors;
  const chosen: Record<string, string[]> = {};
  for (let back = folds; back >= 1; back -= 1) {
    const day = days - 7 * back;
    const known = until(series, day);
    const made = forecastWorkload(known, horizonDays);
    chosen[dateOf(series, day)] = made.from;
    note(byName, 'pult', made.values, { series, day });
    for (const [name, method] of Object.entries(rivals))
      note(byName, name, method(known, horizonDays), { series, day });
    naive = addErrors(naive, naiveErrors(known));
  }
  const week = (name: string) => sumOf(byName[name]?.slice(0, 7) ?? []);
  return {
    figures: {
      folds,
      oneWeek: judgeAll((name) => week(name), naive),
      secondWeek: judgeAll((name) => sumOf(byName[name]?.slice(7) ?? []), naive),
      byDayAhead: Array.from({ length: horizonDays }, (_, ahead) => ({
        dayAhead: ahead + 1,
        ...judge(byName.pult?.[ahead] ?? noErrors, naive),
      })),
      noiseFloor: noiseFloor(week('pult')),
      chosen,
    },
    limited: {
      wape: wapeOf(week('pult')),
      timesFourWeekMean: wapeOf(week('pult')) / wapeOf(week('four-week-mean')),
    },
  };
}

const emptyDays = () => Array.from({ length: horizonDays }, () => noErrors);
const sumOf = (errors: readonly Errors[]) => errors.reduce(addErrors, noErrors);
const judge = (errors: Errors, naive: Errors) => ({ wape: wapeOf(errors), mase: maseOf(errors, naive) });
const judgeAll = (errorsOfName: (name: string) => Errors, naive: Errors) =>
  Object.fromEntries(names.map((name) => [name, judge(errorsOfName(name), naive)]));

function note(
  byName: ByName,
  name: string,
  values: Float64Array,
  { series, day }: { series: Series; day: number },
) {
  const { slotsADay } = series;
  byName[name] = (byName[name] ?? []).map((errors, ahead) => {
    const slots = (from: number) => from * slotsADay;
    const came = series.values.subarray(slots(day + ahead), slots(day + ahead + 1));
    return addErrors(errors, errorsOf(values.subarray(slots(ahead), slots(ahead + 1)), came));
  });
}

/** Of the known part, saying each slot as a week before. */
function naiveErrors({ values, slotsADay }: Series): Errors {
  const week = 7 * slotsADay;
  return errorsOf(values.subarray(0, Math.max(0, values.length - week)), values.subarray(week));
}
