import { z95 } from '#app/features/scorecard/wilson-interval.ts';

/** The 80 % point of the normal distribution. */
const z80 = 0.8416212335729143;

/** How many people a trial has on its two sides. */
export type Sides = { treated: number; control: number };

/**
 * How many people a trial needs to show `from` turn into `to`, at a power of 80 % and two-sided 5 %, with the
 * share `controlShare` of them in the control group. Two proportions by Wald's test, each with its own variance
 * (Chow, Shao & Wang: Sample Size Calculations in Clinical Research, 2nd ed., 4.2.1).
 */
export function peopleNeeded(from: number, to: number, controlShare: number): number {
  const variance = (to * (1 - to)) / (1 - controlShare) + (from * (1 - from)) / controlShare;
  return Math.ceil(((z95 + z80) / (to - from)) ** 2 * variance);
}

/**
 * The smallest rise of a share above `from` that these sides can show, as a difference of shares; `null`: none,
 * they are too few even for everybody.
 */
export function smallestEffect(from: number, { treated, control }: Sides): number | null {
  const people = treated + control;
  if (treated === 0 || control === 0) return null;
  const controlShare = control / people;
  if (peopleNeeded(from, 1, controlShare) > people) return null;
  let [low, high] = [from, 1];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (peopleNeeded(from, middle, controlShare) > people) low = middle;
    else high = middle;
  }
  return high - from;
}
