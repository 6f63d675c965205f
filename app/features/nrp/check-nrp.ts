import { dayOff, type NrpPerson, type NrpProblem, type NrpTour } from './nrp.ts';

export type NrpVerdict = { cost: number; wishes: number; cover: number; faults: string[] };

/**
 * What a plan costs and which rules it breaks, reckoned from the rules as the set's authors word them and from nothing of
 * the solver. Outside the horizon everybody is off; a block of work or of days off that touches its edge may be short.
 */
export function checkNrp(problem: NrpProblem, plan: readonly NrpTour[]): NrpVerdict {
  const faults = problem.people.flatMap((person, place) => {
    const tour = plan[place];
    if (tour?.length !== problem.days) return [`${person.id}: there is no tour of ${problem.days} days`];
    return faultsOf(problem, person, tour).map((fault) => `${person.id}: ${fault}`);
  });
  const wishes = problem.people.reduce((sum, person, place) => {
    const tour = plan[place] ?? new Int8Array();
    const denied = person.wantsOn.filter(({ day, shift }) => tour[day] !== shift);
    const broken = person.wantsOff.filter(({ day, shift }) => tour[day] === shift);
    return [...denied, ...broken].reduce((total, { weight }) => total + weight, sum);
  }, 0);
  const cover = problem.cover.reduce((sum, { day, shift, wanted, under, over }) => {
    const there = plan.filter((tour) => tour[day] === shift).length;
    return sum + Math.max(0, wanted - there) * under + Math.max(0, there - wanted) * over;
  }, 0);
  return { cost: wishes + cover, wishes, cover, faults };
}

function faultsOf({ shifts, days }: NrpProblem, person: NrpPerson, tour: NrpTour): string[] {
  const faults: string[] = [];
  const worked = [...tour].filter((shift) => shift !== dayOff);
  const minutes = worked.reduce((sum, shift) => sum + (shifts[shift]?.minutes ?? 0), 0);
  if (minutes > person.maxMinutes || minutes < person.minMinutes)
    faults.push(`${minutes} minutes, of ${person.minMinutes} to ${person.maxMinutes}`);
  for (const [place, shift] of shifts.entries()) {
    const count = worked.filter((one) => one === place).length;
    if (count > (person.mostOf[place] ?? 0)) faults.push(`${count} times ${shift.id}`);
  }
  for (let day = 1; day < days; day += 1) {
    const [before = dayOff, today = dayOff] = [tour[day - 1], tour[day]];
    if (shifts[today]?.notAfter.includes(before))
      faults.push(`${shifts[today]?.id} after ${shifts[before]?.id} on day ${day}`);
  }
  for (const day of person.daysOff) if (tour[day] !== dayOff) faults.push(`works on day off ${day}`);
  const weekends = Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    [tour[7 * week + 5], tour[7 * week + 6]].some((shift) => shift !== undefined && shift !== dayOff),
  ).filter(Boolean).length;
  if (weekends > person.maxWeekends) faults.push(`${weekends} weekends`);
  return [...faults, ...blockFaults(person, tour)];
}

function blockFaults({ minRun, maxRun, minDaysOff }: NrpPerson, tour: NrpTour): string[] {
  const faults: string[] = [];
  for (let from = 0; from < tour.length; ) {
    const isWork = tour[from] !== dayOff;
    let until = from;
    while (until < tour.length && (tour[until] !== dayOff) === isWork) until += 1;
    const isInside = from > 0 && until < tour.length;
    const length = until - from;
    if (isWork && length > maxRun) faults.push(`${length} days in a row from day ${from}`);
    if (isWork && isInside && length < minRun) faults.push(`only ${length} days in a row from day ${from}`);
    if (!isWork && isInside && length < minDaysOff) faults.push(`only ${length} days off from day ${from}`);
    from = until;
  }
  return faults;
}
