import type { PlacedShift } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { PlannedShift } from './shift-problem.ts';

/**
 * Puts a plan on an empty board; shifts that no template makes any more are left out, except pinned ones. Returns for whom
 * something was left out.
 */
export function loadShifts(board: ShiftBoard, shifts: readonly PlannedShift[]): Set<number> {
  const { patterns, people, weeks } = board;
  const lost = new Set<number>();
  const places = new Map<string, number>();
  for (const [place, { day, start, end, template, pinned }] of patterns.all.entries())
    if (!pinned) places.set(`${day} ${start} ${end} ${template}`, place);
  const byPerson = Map.groupBy(shifts, ({ person }) => person);
  for (const [person, own] of byPerson) {
    const walker = people[person];
    if (!walker) continue;
    for (const [week, { fromDay, toDay }] of weeks.entries()) {
      const inWeek = own
        .filter(({ day }) => day >= fromDay && day < toDay)
        .sort((a, b) => a.start - b.start)
        .flatMap((shift): PlacedShift[] => {
          const { day, start, end, template } = shift;
          const pinned = walker.pinned[day] ?? -1;
          const pattern = pinned >= 0 ? pinned : places.get(`${day} ${start} ${end} ${template}`);
          const isAllowed = pattern !== undefined && walker.allowed[day]?.includes(pattern);
          const isWhole =
            pattern !== undefined && patterns.all[pattern]?.windows.length === shift.breaks.length;
          if (!isAllowed || !isWhole) {
            lost.add(person);
            return [];
          }
          return [{ pattern, day, start, end, breaks: shift.breaks.map((one) => one.start) }];
        });
      board.put(person, week, inWeek);
    }
  }
  return lost;
}
