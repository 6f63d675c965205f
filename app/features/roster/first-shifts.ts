import { bestWeek } from './best-week.ts';
import { findBreaches } from './find-breaches.ts';
import { countedIn } from './hours-costs.ts';
import { plannedShifts } from './planned-shifts.ts';
import type { ShiftBoard } from './shift-board.ts';

/**
 * A legal plan at once: each in turn, week by week, takes the best week there is beside the others. Of the hours of the
 * horizon, weeks to come keep their share. Who has no legal week at all, because of what is pinned, keeps only that.
 */
export function fillBoard(board: ShiftBoard, order: readonly number[]): void {
  for (const person of order) keepPinned(board, person);
  fillWeeks(board, order, () => true);
}

/** From a plan that is there: whose shifts break a hard rule begins anew, and weeks without shifts are filled. */
export function completeBoard(board: ShiftBoard, order: readonly number[]): void {
  const { problem, placed, kept } = board;
  const shifts = Map.groupBy(plannedShifts(board), ({ person }) => person);
  for (const person of order) {
    const breaches = findBreaches(problem, person, shifts.get(person) ?? []);
    if (breaches.some(({ mode }) => mode === 'hard')) keepPinned(board, person);
  }
  fillWeeks(board, order, (person, week) => {
    const [now, least] = [placed[person]?.[week] ?? [], kept[person]?.[week] ?? []];
    return now.length === least.length;
  });
}

function keepPinned(board: ShiftBoard, person: number): void {
  for (const week of board.weeks.keys()) board.put(person, week, board.kept[person]?.[week] ?? []);
}

function fillWeeks(
  board: ShiftBoard,
  order: readonly number[],
  isOpen: (person: number, week: number) => boolean,
): void {
  for (const week of board.weeks.keys())
    for (const person of order) {
      if (!isOpen(person, week)) continue;
      board.put(person, week, []);
      const spare = spareAfter(board, person, week);
      const shifts = bestWeek(board, person, week, { spare }) ?? bestWeek(board, person, week);
      board.put(person, week, shifts ?? board.kept[person]?.[week] ?? []);
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
