import { z95 } from '#app/features/scorecard/wilson-interval.ts';

/** The 80 % point of the normal distribution. */
const z80 = 0.8416212335729143;

/** How many people a trial has on its two sides. */
export type Sides = { treated: number; control: number };

/** Which way the treated are to differ: more of them pay, fewer of them leave. */
export type Direction = 'rise' | 'fall';

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
 * The smallest rise or fall of a share from `from` that these sides can show, as a difference of shares above nought;
 * `null`: none, they are too few even for everybody.
 */
export function smallestEffect(
  from: number,
  { treated, control }: Sides,
  direction: Direction,
): number | null {
  const people = treated + control;
  const farthest = direction === 'rise' ? 1 : 0;
  if (treated === 0 || control === 0 || from === farthest) return null;
  const controlShare = control / people;
  if (peopleNeeded(from, farthest, controlShare) > people) return null;
  let [unseen, seen] = [from, farthest];
  for (let round = 0; round < 40; round += 1) {
    const middle = (unseen + seen) / 2;
    if (peopleNeeded(from, middle, controlShare) > people) unseen = middle;
    else seen = middle;
  }
  return Math.abs(seen - from);
}
