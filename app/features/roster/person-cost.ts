import { countedIn, hoursCost } from './hours-costs.ts';
import type { ShiftBoard } from './shift-board.ts';

/** What one person's weeks cost by themselves: wishes denied, soft rules broken, hours below those agreed. */
export function personCost(board: ShiftBoard, person: number): number {
  const { problem, people, weeks, placed } = board;
  const { rules } = problem;
  const own = problem.people[person];
  const walk = people[person];
  if (!own || !walk) return 0;
  const shifts = (placed[person] ?? []).flat();
  const byShift = shifts.reduce((sum, { pattern }) => sum + (walk.own[pattern] ?? 0), 0);
  let all = 0;
  let hours = 0;
  for (let week = 0; week < weeks.length; week += 1) {
    const counted = countedIn(board, person, week);
    all += counted;
    hours += hoursCost(rules['week-hours'], counted, counted, own.weekMinutes[week] ?? { min: 0, max: 1e9 });
  }
  hours += hoursCost(rules['period-hours'], all, all, own.periodMinutes);
  return byShift + hours;
}
