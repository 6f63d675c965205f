import type { ShiftBoard } from './shift-board.ts';
import type { WalkPerson } from './walk-person.ts';

/**
 * How few changes can save so much. One changed day of one person saves at most what his best shift of that day is worth
 * more than his present one, no other rule looked at; several save no more than their sum, for cover is worth ever less.
 */
export function changesNeeded(
  board: ShiftBoard,
  { people, weeks, fromDay }: { people: readonly WalkPerson[]; weeks: readonly number[]; fromDay: number },
): (saved: number) => number {
  const gains = people
    .flatMap((walker) => weeks.flatMap((week) => dayGains(board, walker, week, fromDay)))
    .sort((a, b) => b - a);
  return (saved) => {
    let left = saved - 1e-6;
    let count = 0;
    for (const gain of gains) {
      if (left <= 0) return count;
      left -= gain;
      count += 1;
    }
    return count;
  };
}

function dayGains(board: ShiftBoard, walker: WalkPerson, week: number, fromDay: number): number[] {
  const { placed, cover, worths, weeks } = board;
  const span = weeks[week];
  if (!span) return [];
  const person = walker.place;
  const now = placed[person]?.[week] ?? [];
  board.put(person, week, []);
  const worth = worths.price(cover.worthOf(person), span);
  const gains: number[] = [];
  const netOf = (pattern: number) => (worth[pattern] ?? 0) - (walker.own[pattern] ?? 0);
  for (let day = Math.max(fromDay, span.fromDay); day < span.toDay; day += 1) {
    const present = now.find((shift) => shift.day === day)?.pattern;
    const best = Math.max(0, ...Array.from(walker.allowed[day] ?? [], netOf));
    gains.push(best - (present === undefined ? 0 : netOf(present)));
  }
  board.put(person, week, now);
  return gains.filter((gain) => gain > 1e-9);
}
