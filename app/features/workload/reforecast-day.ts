import { intervalOf } from './forecast-workload.ts';

export type Reforecast = {
  /** How many times what was foretold the rest of the day is taken to be. */
  level: number;
  /** What came where it is known, and what is expected after that. */
  values: number[];
  /** Of one half hour beyond chance, as a share of its value. */
  spread: number;
};

/** Days differ from their forecast at least so much. */
const leastSpread = 0.05;

/**
 * The rest of a day from what the morning brought. A day's level is taken as gamma distributed around what was foretold,
 * with the spread of the forecast; counts are Poisson, so the level known after them is (a + came) ÷ (a + foretold) with
 * a = 1 ÷ spread² (conjugate prior). An empty half hour is one that has not ended: it teaches nothing.
 */
export function reforecastDay(
  foretold: readonly number[],
  came: readonly (number | null)[],
  spread: number,
): Reforecast {
  const prior = 1 / Math.max(leastSpread, spread) ** 2;
  let [hasCome, wasForetold] = [0, 0];
  for (const [place, count] of came.entries()) {
    if (count === null) continue;
    hasCome += count;
    wasForetold += foretold[place] ?? 0;
  }
  const level = (prior + hasCome) / (prior + wasForetold);
  return {
    level,
    values: foretold.map((value, place) => came[place] ?? value * level),
    spread: 1 / Math.sqrt(prior + hasCome),
  };
}

/** Four half hours of five fall between these; what came is what it is. */
export function intervalsOf({ values, spread }: Reforecast, came: readonly (number | null)[]) {
  return values.map((value, place) =>
    came[place] === null || came[place] === undefined
      ? intervalOf(value, spread)
      : { low: value, high: value },
  );
}
