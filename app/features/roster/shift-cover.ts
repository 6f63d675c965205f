import type { ShiftProblem } from './shift-problem.ts';

export type ShiftCover = ReturnType<typeof openShiftCover>;

/** How many serve each skill in each slot, and what one more or less costs. Slots after the horizon want nobody and cost nothing. */
export function openShiftCover({ skills, dayStarts }: ShiftProblem) {
  const horizon = dayStarts.at(-1) ?? 0;
  const slots = horizon + 96;
  const wanted = new Int32Array(skills.length * slots);
  const have = new Int32Array(skills.length * slots);
  const under = new Float64Array(skills.length * slots);
  const over = new Float64Array(skills.length * slots);
  let cost = 0;
  for (const [skill, demand] of skills.entries())
    for (let slot = 0; slot < horizon; slot += 1) {
      const at = skill * slots + slot;
      wanted[at] = demand.wanted[slot] ?? 0;
      under[at] = demand.under;
      over[at] = demand.over;
      cost += (wanted[at] ?? 0) * demand.under;
    }
  return {
    slots,
    wanted,
    have,
    cost: () => cost,
    /** A person more, or less, by slot from `start`; −1 serves nothing. */
    add(start: number, serves: Int8Array, sign: 1 | -1): void {
      for (let place = 0; place < serves.length; place += 1) {
        const skill = serves[place] ?? -1;
        if (skill < 0) continue;
        const at = skill * slots + start + place;
        const missing = (wanted[at] ?? 0) - (have[at] ?? 0);
        if (sign === 1) cost += missing > 0 ? -(under[at] ?? 0) : (over[at] ?? 0);
        else cost += missing >= 0 ? (under[at] ?? 0) : -(over[at] ?? 0);
        have[at] = (have[at] ?? 0) + sign;
      }
    },
    /** What one more of these skills saves, at best, from slot to slot. */
    worthOfOne(own: readonly number[], from: number, to: number, into: Float64Array): void {
      for (let slot = from; slot < to; slot += 1) {
        let best = Number.NEGATIVE_INFINITY;
        for (let place = 0; place < own.length; place += 1) {
          const at = (own[place] ?? 0) * slots + slot;
          const one = (have[at] ?? 0) < (wanted[at] ?? 0) ? (under[at] ?? 0) : -(over[at] ?? 0);
          if (one > best) best = one;
        }
        into[slot] = best;
      }
    },
    /** The skill of these that one more saves most in; of equals the one furthest from its want. */
    bestSkill(own: readonly number[], slot: number): number {
      let best = own[0] ?? -1;
      let most = Number.NEGATIVE_INFINITY;
      for (const skill of own) {
        const at = skill * slots + slot;
        const missing = (wanted[at] ?? 0) - (have[at] ?? 0);
        const one = (missing > 0 ? (under[at] ?? 0) : -(over[at] ?? 0)) + missing * 1e-4;
        if (one > most) [best, most] = [skill, one];
      }
      return best;
    },
  };
}
