import { addDays } from '#app/features/sla/calendar-date.ts';
import type { ForecastMade, LiveForecast } from './forecast-made.ts';
import { forecastWorkload } from './forecast-workload.ts';
import { foretellHandling } from './foretell-handling.ts';
import { halfHoursADay } from './half-hours.ts';
import type { History } from './history.ts';
import { daysOf, type Series } from './series.ts';
import { simpleForecasts } from './simple-forecasts.ts';
import { atTheirFactors, factorsOf, type Marks, withoutMarked } from './special-days.ts';

/** In the wall clock; `handlingS` empty: nobody measured how long a contact takes. */
export type ForetoldDay = { on: string; contacts: Float64Array; handlingS: Float64Array | null };

/** So far each day is foretold by itself; after that weeks repeat, and only marked days differ. */
const ownDays = 14;

/** Foretells so many days of a queue in the way that went live. `marks`: past and future days, counted from the first known. */
export function foretellQueue(
  history: History,
  days: number,
  { marks, live }: { marks: Marks; live: LiveForecast },
): { made: ForecastMade; days: ForetoldDay[] } {
  const known = history.contacts;
  const past = new Map([...marks].filter(([day]) => day < daysOf(known)));
  const learnt = forecastWorkload(known, ownDays, past);
  const ordinary = withoutGaps(
    live === 'learnt' ? learnt.values : simpleForecasts[live](withoutMarked(known, past), ownDays),
    known,
  );
  const long = repeatWeeks(ordinary, days);
  const values = atTheirFactors(long, {
    first: daysOf(known),
    slotsADay: known.slotsADay,
    marks,
    factors: factorsOf(known, marks),
  });
  const handlingS = foretellHandling(history);
  const { from, spread, shift } = learnt;
  const tried = learnt.tried.filter(({ wape }) => Number.isFinite(wape));
  const shiftedOn = shift && { on: addDays(known.firstOn, shift.day), ratio: shift.ratio };
  return {
    made: { live, from, tried, spread, shift: shiftedOn },
    days: Array.from({ length: days }, (_, day) => ({
      on: addDays(known.firstOn, daysOf(known) + day),
      contacts: values.subarray(day * halfHoursADay, (day + 1) * halfHoursADay),
      handlingS,
    })),
  };
}

/** A weekday that was never seen is taken as any other; what was never open as nothing. */
function withoutGaps(values: Float64Array, known: Series): Float64Array {
  if (!values.some(Number.isNaN)) return values;
  const usual = simpleForecasts['moving-average'](known, 1);
  return values.map((value, place) => (Number.isNaN(value) ? usual[place % known.slotsADay] || 0 : value));
}

function repeatWeeks(values: Float64Array, days: number): Float64Array {
  const week = 7 * halfHoursADay;
  return Float64Array.from({ length: days * halfHoursADay }, (_, place) => {
    const within = place < values.length ? place : values.length - week + ((place - values.length) % week);
    return values[within] ?? 0;
  });
}
