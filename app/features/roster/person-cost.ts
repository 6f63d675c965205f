import { beyondLawCost, countedIn, hoursCost } from './hours-costs.ts';
import { orderCost } from './order-cost.ts';
import type { ShiftBoard } from './shift-board.ts';

/** What one person's weeks cost by themselves: wishes denied, soft rules broken, hours below those agreed. */
export function personCost(board: ShiftBoard, person: number): number {
  const { problem, people, weeks, placed } = board;
  const { rules } = problem;
  const own = problem.people[person];
  const walker = people[person];
  if (!own || !walker) return 0;
  const shifts = (placed[person] ?? []).flat();
  const byShift = shifts.reduce((sum, { pattern }) => sum + (walker.own[pattern] ?? 0), 0);
  let all = 0;
  let hours = 0;
  for (const week of weeks.keys()) {
    const counted = countedIn(board, person, week);
    const agreed = own.weekMinutes[week] ?? { min: 0, max: Number.POSITIVE_INFINITY };
    all += counted;
    hours += hoursCost(rules['week-hours'], counted, counted, agreed);
    hours += beyondLawCost(rules['week-hours'], counted, agreed);
  }
  hours += hoursCost(rules['period-hours'], all, all, own.periodMinutes);
  hours += beyondLawCost(rules['period-hours'], all, own.periodMinutes);
  return byShift + hours + orderCost(board, person, shifts);
}
