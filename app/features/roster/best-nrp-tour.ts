import { dayOff, type NrpPerson, type NrpProblem, type NrpTour } from './nrp.ts';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const none = Number.POSITIVE_INFINITY;

/** The cheapest legal tour and its cost; costs are by `day × shifts + shift` of working, an empty day costs nothing. */
export type BestTour = { tour: NrpTour; cost: number };

/**
 * An exact walk over the days for one person. A state is what the rest of the walk depends on: the block he is in and its
 * length, the minutes, the weekends, and how often he worked the shifts whose limit may bind. Blocks that touch the first
 * day are told by their length alone, so they need no mark.
 */
export function tourFinder(problem: NrpProblem, person: NrpPerson): (costs: Float64Array) => BestTour | null {
  const { days, shifts } = problem;
  const kinds = shifts.map((_, place) => place).filter((place) => (person.mostOf[place] ?? 0) > 0);
  const unit = kinds.reduce((sum, place) => gcd(shifts[place]?.minutes ?? 0, sum), 0) || 1;
  const units = shifts.map(({ minutes }) => minutes / unit);
  const mostUnits = Math.floor(person.maxMinutes / unit);
  const fewestUnits = Math.ceil(person.minMinutes / unit);
  const shortest = Math.min(...kinds.map((place) => units[place] ?? 1));
  const bound = kinds.filter((place) => (person.mostOf[place] ?? 0) < Math.min(days, mostUnits / shortest));
  // A limit that could bind only with most of the days in one kind is looked at when it was broken.
  let counted = bound.filter((place) => (person.mostOf[place] ?? 0) <= 5);

  const walk = (costs: Float64Array) =>
    walkDays({ problem, person, kinds, units, mostUnits, fewestUnits, counted }, costs);
  return (costs) => {
    for (;;) {
      const found = walk(costs);
      if (!found) return null;
      const broken = bound.filter(
        (place) =>
          !counted.includes(place) &&
          found.tour.filter((shift) => shift === place).length > (person.mostOf[place] ?? 0),
      );
      if (broken.length === 0) return found;
      counted = [...counted, ...broken];
    }
  };
}

type Walk = {
  problem: NrpProblem;
  person: NrpPerson;
  kinds: readonly number[];
  units: readonly number[];
  mostUnits: number;
  fewestUnits: number;
  counted: readonly number[];
};

function walkDays(walk: Walk, costs: Float64Array): BestTour | null {
  const { problem, person, kinds, units, mostUnits, fewestUnits, counted } = walk;
  const { days, shifts } = problem;
  const offStates = Math.max(1, person.minDaysOff);
  const blocks = offStates + shifts.length * person.maxRun;
  const weekends = person.maxWeekends + 1;
  const sizes = counted.map((place) => (person.mostOf[place] ?? 0) + 1);
  const extras = sizes.reduce((product, size) => product * size, 1);
  const strides = counted.map((_, place) =>
    sizes.slice(0, place).reduce((product, size) => product * size, 1),
  );
  const perBlock = (mostUnits + 1) * weekends * extras;
  const states = blocks * perBlock;
  const came = Array.from({ length: days }, () => new Int32Array(states));
  let now = new Float64Array(states).fill(none);
  let next = new Float64Array(states).fill(none);
  // Before the first day he has rested long enough.
  const start = (offStates - 1) * perBlock;
  now[start] = 0;
  let alive = [start];
  for (let day = 0; day < days; day += 1) {
    const mayWork = !person.daysOff.has(day);
    const weekday = day % 7;
    const from = came[day] ?? new Int32Array();
    const nextAlive: number[] = [];
    const reach = (state: number, cost: number, by: number) => {
      const known = next[state] ?? none;
      if (cost >= known) return;
      if (known === none) nextAlive.push(state);
      next[state] = cost;
      from[state] = by;
    };
    for (const state of alive) {
      const cost = now[state] ?? none;
      const block = Math.floor(state / perBlock);
      const rest = state - block * perBlock;
      const isOff = block < offStates;
      const run = isOff ? 0 : ((block - offStates) % person.maxRun) + 1;
      const last = isOff ? dayOff : Math.floor((block - offStates) / person.maxRun);
      if (isOff || run >= person.minRun || run === day) {
        const off = isOff ? Math.min(block + 1, offStates - 1) : 0;
        reach(off * perBlock + rest, cost, state);
      }
      if (!mayWork || run >= person.maxRun) continue;
      if (isOff && block + 1 < offStates && block + 1 !== day) continue;
      const minutes = Math.floor(rest / (weekends * extras));
      const week = Math.floor(rest / extras) % weekends;
      const isNewWeekend = weekday === 5 || (weekday === 6 && isOff);
      if (isNewWeekend && week + 1 >= weekends) continue;
      for (const kind of kinds) {
        if (last !== dayOff && shifts[kind]?.notAfter.includes(last)) continue;
        const total = minutes + (units[kind] ?? 0);
        if (total > mostUnits) continue;
        let extra = rest % extras;
        const place = counted.indexOf(kind);
        if (place >= 0) {
          const used = Math.floor(extra / (strides[place] ?? 1)) % (sizes[place] ?? 1);
          if (used + 1 >= (sizes[place] ?? 1)) continue;
          extra += strides[place] ?? 1;
        }
        const to =
          (offStates + kind * person.maxRun + run) * perBlock +
          (total * weekends + week + (isNewWeekend ? 1 : 0)) * extras +
          extra;
        reach(to, cost + (costs[day * shifts.length + kind] ?? 0), state);
      }
    }
    for (const state of alive) now[state] = none;
    [now, next] = [next, now];
    alive = nextAlive;
  }
  let best = -1;
  for (const state of alive) {
    const units = Math.floor((state % perBlock) / (weekends * extras));
    if (units < fewestUnits) continue;
    if (best < 0 || (now[state] ?? none) < (now[best] ?? none)) best = state;
  }
  if (best < 0) return null;
  const tour = new Int8Array(days).fill(dayOff);
  let state = best;
  for (let day = days - 1; day >= 0; day -= 1) {
    const block = Math.floor(state / perBlock);
    if (block >= offStates) tour[day] = Math.floor((block - offStates) / person.maxRun);
    state = came[day]?.[state] ?? 0;
  }
  return { tour, cost: now[best] ?? none };
}
