import { tourFinder } from './best-nrp-tour.ts';
import type { NrpPerson, NrpProblem, NrpTour } from './nrp.ts';
import { free, type Plan, type Tour, type TourProblem } from './tour-problem.ts';

/** More than any plan of a benchmark costs: what is fixed is kept, what is forbidden is not taken. */
const decisive = 1e7;

/** The published benchmark as people with tours: a row is a shift of a day, a choice is a shift. */
export function nrpTours(problem: NrpProblem): TourProblem {
  const { days, shifts, people, cover } = problem;
  const cells = days * shifts.length;
  const rowOf = new Int32Array(cells).fill(-1);
  for (const [row, { day, shift }] of cover.entries()) rowOf[day * shifts.length + shift] = row;
  const finders = people.map((person) => tourFinder(problem, person));
  const own = people.map((person) => wishCosts(person, shifts.length, cells));
  const denied = people.map(({ wantsOn }) => wantsOn.reduce((sum, { weight }) => sum + weight, 0));

  const describe = (person: number, tour: NrpTour): Tour => {
    const worked = [...tour].flatMap((shift, day) => (shift >= 0 ? [day * shifts.length + shift] : []));
    const wishes = worked.reduce((sum, cell) => sum + (own[person]?.[cell] ?? 0), denied[person] ?? 0);
    const rows = Int32Array.from(worked, (cell) => rowOf[cell] ?? -1).filter((row) => row >= 0);
    return { person, choices: Int16Array.from(tour), cost: wishes, rows };
  };
  return {
    days,
    people: people.length,
    rows: cover,
    bestTour(person, prices, fixed) {
      const costs = Float64Array.from({ length: cells }, (_, cell) => {
        const row = rowOf[cell] ?? -1;
        const choice = fixed?.[Math.floor(cell / shifts.length)] ?? free;
        const forced = choice === free ? 0 : choice === cell % shifts.length ? -decisive : decisive;
        return (own[person]?.[cell] ?? 0) - (row >= 0 ? (prices[row] ?? 0) : 0) + forced;
      });
      const found = finders[person]?.(costs);
      if (!found) return null;
      const tour = describe(person, found.tour);
      const isKept = !fixed || fixed.every((choice, day) => choice === free || choice === tour.choices[day]);
      return isKept ? tour : null;
    },
  };
}

export function nrpPlan(plan: Plan): NrpTour[] {
  return plan.map(({ choices }) => Int8Array.from(choices));
}

/** By day and shift: what a wish about it costs or saves; a wish for it costs its weight while it is denied. */
function wishCosts({ wantsOn, wantsOff }: NrpPerson, shifts: number, cells: number): Float64Array {
  const costs = new Float64Array(cells);
  const add = (day: number, shift: number, weight: number) => {
    const cell = day * shifts + shift;
    costs[cell] = (costs[cell] ?? 0) + weight;
  };
  for (const { day, shift, weight } of wantsOn) add(day, shift, -weight);
  for (const { day, shift, weight } of wantsOff) add(day, shift, weight);
  return costs;
}
