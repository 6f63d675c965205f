import type { ShiftProblem } from './shift-problem.ts';

/**
 * How many of each kind of people, those of the same skills, serve each skill in each slot, always at the least cost there is
 * (a flow: one more takes the cheapest path, moving others from skill to skill; one less gives back the dearest place). Slots
 * after the horizon want nobody and cost nothing.
 */
export function openShiftCover({ skills, dayStarts, people }: ShiftProblem) {
  const horizon = dayStarts.at(-1) ?? 0;
  const slots = horizon + 96;
  const count = skills.length;
  const kinds = [...new Set(people.map((person) => keyOf(person.skills)))];
  const skillsOf = kinds.map((kind) => (kind === '' ? [] : kind.split(',').map(Number)));
  const kindOf = people.map((person) => kinds.indexOf(keyOf(person.skills)));
  const wanted = new Int32Array(count * slots);
  const have = new Int32Array(count * slots);
  /** Of a kind serving a skill: `(kind × skills + skill) × slots + slot`. */
  const serving = new Int32Array(kinds.length * count * slots);
  const worth = kinds.map(() => new Float64Array(slots));
  const under = Float64Array.from(skills, (skill) => skill.under);
  const over = Float64Array.from(skills, (skill) => skill.over);
  /** The cheapest end of a path from each skill, and the step to take towards it. */
  const least = new Float64Array(count);
  const step = new Int32Array(count);
  let cost = 0;

  const costOfOneMore = (skill: number, slot: number) => {
    const at = skill * slots + slot;
    return (have[at] ?? 0) < (wanted[at] ?? 0) ? -(under[skill] ?? 0) : (over[skill] ?? 0);
  };
  const savedByOneLess = (skill: number, slot: number) => {
    const at = skill * slots + slot;
    return (have[at] ?? 0) > (wanted[at] ?? 0) ? (over[skill] ?? 0) : -(under[skill] ?? 0);
  };
  /** A kind of which somebody serves `from` and could serve `to`, or −1. */
  const mover = (from: number, to: number, slot: number) => {
    for (let kind = 0; kind < kinds.length; kind += 1)
      if ((serving[(kind * count + from) * slots + slot] ?? 0) > 0 && skillsOf[kind]?.includes(to))
        return kind;
    return -1;
  };
  const seekPaths = (slot: number) => {
    for (let skill = 0; skill < count; skill += 1) {
      least[skill] = costOfOneMore(skill, slot);
      step[skill] = skill;
    }
    for (let round = 1; round < count; round += 1)
      for (let from = 0; from < count; from += 1)
        for (let to = 0; to < count; to += 1)
          if (from !== to && (least[to] ?? 0) < (least[from] ?? 0) && mover(from, to, slot) >= 0) {
            least[from] = least[to] ?? 0;
            step[from] = to;
          }
  };
  const tellWorth = (slot: number) => {
    seekPaths(slot);
    for (let kind = 0; kind < kinds.length; kind += 1) {
      let best = Number.POSITIVE_INFINITY;
      for (const skill of skillsOf[kind] ?? []) best = Math.min(best, least[skill] ?? 0);
      const into = worth[kind];
      if (into) into[slot] = best === Number.POSITIVE_INFINITY ? 0 : -best;
    }
  };
  const count1 = (kind: number, skill: number, slot: number, by: number) => {
    const at = (kind * count + skill) * slots + slot;
    serving[at] = (serving[at] ?? 0) + by;
  };
  const addOne = (kind: number, slot: number) => {
    seekPaths(slot);
    const own = skillsOf[kind] ?? [];
    let at = own[0] ?? -1;
    if (at < 0) return;
    for (const skill of own) if ((least[skill] ?? 0) < (least[at] ?? 0)) at = skill;
    cost += least[at] ?? 0;
    count1(kind, at, slot, 1);
    while (step[at] !== at) {
      const to = step[at] ?? at;
      const moved = mover(at, to, slot);
      count1(moved, at, slot, -1);
      count1(moved, to, slot, 1);
      at = to;
    }
    have[at * slots + slot] = (have[at * slots + slot] ?? 0) + 1;
  };
  /** From each skill that the kind serves back to the skill whose place is worth least: who serves that moves up. */
  const dropOne = (kind: number, slot: number) => {
    const gain = least;
    for (let skill = 0; skill < count; skill += 1) {
      gain[skill] =
        (have[skill * slots + slot] ?? 0) > 0 ? savedByOneLess(skill, slot) : Number.NEGATIVE_INFINITY;
      step[skill] = skill;
    }
    for (let round = 1; round < count; round += 1)
      for (let to = 0; to < count; to += 1)
        for (let from = 0; from < count; from += 1)
          if (from !== to && (gain[from] ?? 0) > (gain[to] ?? 0) && mover(from, to, slot) >= 0) {
            gain[to] = gain[from] ?? 0;
            step[to] = from;
          }
    let at = -1;
    for (const skill of skillsOf[kind] ?? [])
      if (
        (serving[(kind * count + skill) * slots + slot] ?? 0) > 0 &&
        (at < 0 || (gain[skill] ?? 0) > (gain[at] ?? 0))
      )
        at = skill;
    if (at < 0) return;
    cost -= gain[at] ?? 0;
    count1(kind, at, slot, -1);
    while (step[at] !== at) {
      const from = step[at] ?? at;
      const moved = mover(from, at, slot);
      count1(moved, from, slot, -1);
      count1(moved, at, slot, 1);
      at = from;
    }
    have[at * slots + slot] = (have[at * slots + slot] ?? 0) - 1;
  };

  for (const [skill, demand] of skills.entries())
    for (let slot = 0; slot < horizon; slot += 1) {
      wanted[skill * slots + slot] = demand.wanted[slot] ?? 0;
      cost += (demand.wanted[slot] ?? 0) * demand.under;
    }
  for (let slot = 0; slot < horizon; slot += 1) tellWorth(slot);
  return {
    slots,
    wanted,
    have,
    kindOf,
    skillsOf,
    cost: () => cost,
    /** What one more person like this saves, by slot. */
    worthOf: (person: number) => worth[kindOf[person] ?? 0] ?? new Float64Array(),
    /** How many like this serve each skill in a slot. */
    servingOf: (kind: number, skill: number, slot: number) =>
      serving[(kind * count + skill) * slots + slot] ?? 0,
    add(person: number, slot: number): void {
      if (slot >= horizon) return;
      addOne(kindOf[person] ?? 0, slot);
      tellWorth(slot);
    },
    drop(person: number, slot: number): void {
      if (slot >= horizon) return;
      dropOne(kindOf[person] ?? 0, slot);
      tellWorth(slot);
    },
  };
}

const keyOf = (skills: readonly number[]) => [...skills].sort((a, b) => a - b).join();
