import { bestWeek } from './best-week.ts';
import { countedIn } from './hours-costs.ts';
import type { ShiftBoard } from './shift-board.ts';

/**
 * A legal plan at once: each in turn, week by week, takes the best week there is beside the others. Of the hours of the
 * horizon, weeks to come keep their share. Who has no legal week at all, because of what is pinned, keeps only that.
 */
export function fillBoard(board: ShiftBoard, order: readonly number[]): void {
  const { weeks, kept } = board;
  for (const person of order)
    for (const week of weeks.keys()) board.put(person, week, kept[person]?.[week] ?? []);
  for (const week of weeks.keys())
    for (const person of order) {
      board.put(person, week, []);
      const spare = spareAfter(board, person, week);
      const shifts = bestWeek(board, person, week, { spare }) ?? bestWeek(board, person, week);
      board.put(person, week, shifts ?? kept[person]?.[week] ?? []);
    }
}

/** Counted slots that later weeks will take beside what is pinned in them. */
function spareAfter(board: ShiftBoard, person: number, week: number) {
  const { weeks, problem } = board;
  const period = problem.people[person]?.periodMinutes ?? { min: 0, max: 0 };
  const share = (weeks.length - week - 1) / weeks.length;
  const later = [...weeks.keys()].slice(week + 1);
  const pinned = later.reduce((sum, place) => sum + countedIn(board, person, place), 0);
  const left = (minutes: number) => Math.max(0, Math.floor((minutes / 30) * share) - pinned);
  return { min: left(period.min), max: left(period.max) };
}
