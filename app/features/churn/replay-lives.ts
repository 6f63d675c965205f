import { addDays } from '#app/features/sla/calendar-date.ts';
import { featuresOfLine, type LineFeatures } from './line-features.ts';
import type { AsOf, LineLife } from './line-life.ts';

/** Whether a line leaves is foretold for so many days. */
export const horizonDays = 60;

/** A line on an earlier day: what was known then, and whether it left within the horizon. */
export type ReplayedLine = { asOf: string; features: LineFeatures; hasLeft: boolean };

/**
 * The days on which earlier forecasts are replayed, the oldest first: the outcome of each is known by `until`, and none
 * reaches into the outcome of the next, so that what judges a model was not seen in what made it.
 */
export function replayDays(until: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => addDays(until, -horizonDays * (count - back)));
}

/** `counted`: its departures that count as churn, by their dates. Only days on which it was in the base. */
export function replayLine(
  life: LineLife,
  counted: readonly string[],
  days: readonly AsOf[],
): ReplayedLine[] {
  return days.flatMap((asOf) => {
    const isAway = life.absences.some(
      ([on, returnedOn]) => on < asOf.on && (returnedOn === null || returnedOn >= asOf.on),
    );
    if (life.joinedOn >= asOf.on || isAway) return [];
    const end = addDays(asOf.on, horizonDays);
    const hasLeft = counted.some((on) => on >= asOf.on && on < end);
    return [{ asOf: asOf.on, features: featuresOfLine(life, asOf), hasLeft }];
  });
}
