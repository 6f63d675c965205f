import type { LeftTogether } from './active-base.ts';

/** Lines of one month of joining that left for good, by when. */
export type LeftOfCohort = LeftTogether & { joinedMonth: string };
export type CohortSize = { month: string; lines: number };

/** `stayed[n]`: the share that had not left for good by the end of the n-th month after joining; only months that are over. */
export type Cohort = { month: string; lines: number; stayed: number[] };

/** `left`: what counts. `today`: the month it lies in is not over. */
export function countCohorts(
  sizes: readonly CohortSize[],
  left: readonly LeftOfCohort[],
  today: string,
): Cohort[] {
  const gone = Map.groupBy(
    left.filter(({ returnedOn }) => returnedOn === null),
    ({ joinedMonth }) => joinedMonth,
  );
  return sizes.map(({ month, lines }) => {
    const own = gone.get(month) ?? [];
    const stayed = Array.from({ length: Math.max(0, monthsBetween(month, today)) }, (_, age) => {
      const left = own.filter(({ on }) => monthsBetween(month, on) <= age);
      return 1 - left.reduce((sum, one) => sum + one.lines, 0) / lines;
    });
    return { month, lines, stayed };
  });
}

/** Of calendar months, whatever the days. */
function monthsBetween(from: string, to: string): number {
  const number = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return number(to) - number(from);
}
