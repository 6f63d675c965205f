import { dayOff, type NrpPerson, type NrpProblem, type NrpTour } from './nrp.ts';
import { compileStates } from './nrp-states.ts';

/** The cheapest legal tour and its cost; costs are by `day × shifts + shift` of working, an empty day costs nothing. */
export type BestTour = { tour: NrpTour; cost: number };
export type Walk = (costs: Float64Array) => BestTour | null;

/**
 * A limit so low is always looked at, as long as not too many states come of it; a higher one hardly ever binds and is
 * looked at when it was broken.
 */
const lowLimit = 5;
const mostStates = 40;

/** An exact walk over the days for one person, made ready once. */
export function tourFinder(problem: NrpProblem, person: NrpPerson): Walk {
  const isLimited = (kind: number) => {
    const most = person.mostOf[kind] ?? 0;
    return most > 0 && most * (problem.shifts[kind]?.minutes ?? 0) < person.maxMinutes && most < problem.days;
  };
  const limited = problem.shifts.map((_, kind) => kind).filter(isLimited);
  const low = lowestOf(limited, person);
  const walks = new Map<string, Walk>();
  const walkCounting = (kinds: readonly number[]): Walk => {
    const known = walks.get(kinds.join()) ?? readyWalk(problem, person, kinds);
    walks.set(kinds.join(), known);
    return known;
  };
  return (costs) => {
    let counted = low;
    for (;;) {
      const found = walkCounting(counted)(costs);
      if (!found) return null;
      const isBroken = (kind: number) =>
        !counted.includes(kind) &&
        found.tour.filter((shift) => shift === kind).length > (person.mostOf[kind] ?? 0);
      const broken = limited.filter(isBroken);
      if (broken.length === 0) return found;
      counted = [...counted, ...broken].sort((a, b) => a - b);
    }
  };
}

/** The lowest limits first, as many of them as the states allow. */
function lowestOf(limited: readonly number[], { mostOf }: NrpPerson): number[] {
  const low = limited
    .filter((kind) => (mostOf[kind] ?? 0) <= lowLimit)
    .sort((a, b) => (mostOf[a] ?? 0) - (mostOf[b] ?? 0));
  let states = 1;
  const taken = low.filter((kind) => {
    states *= (mostOf[kind] ?? 0) + 1;
    return states <= mostStates;
  });
  return taken.sort((a, b) => a - b);
}

/** The walk with those kinds of shifts counted. Its tables are used again by every call. */
function readyWalk(problem: NrpProblem, person: NrpPerson, counted: readonly number[]): Walk {
  const { days } = problem;
  const shifts = problem.shifts.length;
  const states = compileStates(problem, person, counted);
  const { size, start, off, work, isOff, isEnough } = states;
  const came = Array.from({ length: days }, () => new Int32Array(size));
  let now = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let next = now.slice();
  let alive = new Int32Array(size);
  let reached = new Int32Array(size);
  return (costs) => {
    alive[0] = start;
    now[start] = 0;
    let count = 1;
    for (let day = 0; day < days; day += 1) {
      const from = came[day] ?? new Int32Array();
      const mayWork = !person.daysOff.has(day);
      const weekday = day % 7;
      let found = 0;
      for (let place = 0; place < count; place += 1) {
        const state = alive[place] ?? 0;
        const cost = now[state] ?? 0;
        now[state] = Number.POSITIVE_INFINITY;
        const rest = off(state, day);
        if (rest >= 0 && cost < (next[rest] ?? 0)) {
          if (next[rest] === Number.POSITIVE_INFINITY) reached[found++] = rest;
          next[rest] = cost;
          from[rest] = state;
        }
        if (!mayWork) continue;
        const isNewWeekend = weekday === 5 || (weekday === 6 && isOff(state));
        for (let kind = 0; kind < shifts; kind += 1) {
          const to = work(state, kind, isNewWeekend);
          if (to < 0) continue;
          const sum = cost + (costs[day * shifts + kind] ?? 0);
          if (sum >= (next[to] ?? 0)) continue;
          if (next[to] === Number.POSITIVE_INFINITY) reached[found++] = to;
          next[to] = sum;
          from[to] = state;
        }
      }
      [now, next] = [next, now];
      [alive, reached] = [reached, alive];
      count = found;
    }
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < count; place += 1) {
      const state = alive[place] ?? 0;
      const cost = now[state] ?? 0;
      if (isEnough(state) && cost < least) [best, least] = [state, cost];
      now[state] = Number.POSITIVE_INFINITY;
    }
    return best < 0 ? null : { tour: walkBack(came, best, states.shiftOf), cost: least };
  };
}

function walkBack(came: readonly Int32Array[], last: number, shiftOf: (state: number) => number): NrpTour {
  const tour = new Int8Array(came.length).fill(dayOff);
  let state = last;
  for (let day = came.length - 1; day >= 0; day -= 1) {
    tour[day] = shiftOf(state);
    state = came[day]?.[state] ?? 0;
  }
  return tour;
}
