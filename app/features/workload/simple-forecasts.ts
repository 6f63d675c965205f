import { type Method, methods } from './methods.ts';

/** The slot's mean over the last four weeks, whatever the day of the week. */
const movingAverage: Method = ({ values, slotsADay }, days) => {
  const recent = values.subarray(-28 * slotsADay);
  const means = Array.from({ length: slotsADay }, (_, slot) => {
    const known = [...recent].filter((value, place) => place % slotsADay === slot && !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  return Float64Array.from(
    { length: days * slotsADay },
    (_, place) => means[place % slotsADay] ?? Number.NaN,
  );
};

/** What everybody would say without us: nothing goes live that is worse than one of them. */
export const simpleForecasts = {
  'last-week': methods['last-week'],
  'moving-average': movingAverage,
} as const;
