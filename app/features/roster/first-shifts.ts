import { bestWeek } from './best-week.ts';
import type { ShiftBoard } from './shift-board.ts';

/**
 * A legal plan at once: each in turn, week by week, takes the best week there is beside the others. Of the hours of the
 * horizon, weeks to come keep their share. Who has no legal week at all, because of what is pinned, keeps only that.
 */
export function fillBoard(board: ShiftBoard, order: readonly number[]): void {
  const { weeks, problem } = board;
  for (const week of weeks.keys()) {
    for (const person of order) {
      const period = problem.people[person]?.periodMinutes ?? { min: 0, max: 0 };
      const share = (weeks.length - week - 1) / weeks.length;
      const spare = {
        min: Math.floor((period.min / 30) * share),
        max: Math.floor((period.max / 30) * share),
      };
      const shifts = bestWeek(board, person, week, { spare }) ?? bestWeek(board, person, week);
      board.put(person, week, shifts ?? []);
    }
  }
}
