import type { LiveForecast, WeekErrors } from './forecast-made.ts';
import { forecastWorkload } from './forecast-workload.ts';
import { addErrors, errorsOf, noErrors, wapeOf } from './measure.ts';
import { type Series, until } from './series.ts';
import { simpleForecasts } from './simple-forecasts.ts';
import type { Marks } from './special-days.ts';

/** The week that begins with `day`, foretold in each way from what was known before it. `said`: what was really foretold then. */
export function judgeWeek(
  series: Series,
  day: number,
  { marks, said }: { marks: Marks; said?: Float64Array | undefined },
): WeekErrors {
  const known = until(series, day);
  const came = series.values.subarray(day * series.slotsADay, (day + 7) * series.slotsADay);
  return {
    learnt: errorsOf(said ?? forecastWorkload(known, 7, marks).values, came),
    'last-week': errorsOf(simpleForecasts['last-week'](known, 7), came),
    'moving-average': errorsOf(simpleForecasts['moving-average'](known, 7), came),
  };
}

/** So many weeks must speak for what was learnt. */
const fewestWeeks = 3;

/**
 * What goes live: what was learnt, where over the judged weeks it beat both simple ways; else the better of these. Until
 * there are weeks enough to tell, the same as a week ago.
 */
export function chooseLive(weeks: readonly WeekErrors[]): LiveForecast {
  const wape = (name: LiveForecast) => wapeOf(weeks.map((week) => week[name]).reduce(addErrors, noErrors));
  const [learnt, lastWeek, average] = [wape('learnt'), wape('last-week'), wape('moving-average')];
  const simpler = average < lastWeek ? 'moving-average' : 'last-week';
  if (weeks.length < fewestWeeks) return 'last-week';
  return learnt <= Math.min(lastWeek, average) ? 'learnt' : simpler;
}
