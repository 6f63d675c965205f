import { bestWeek } from './best-week.ts';
import { changesNeeded } from './changes-needed.ts';
import { loadShifts } from './load-shifts.ts';
import { personCost } from './person-cost.ts';
import type { PlacedWeek } from './placed-week.ts';
import { plannedShifts } from './planned-shifts.ts';
import { openShiftBoard, type ShiftBoard } from './shift-board.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import type { WalkPerson } from './walk-person.ts';

export type Replanned = {
  shifts: readonly PlannedShift[];
  /** Person and day of every shift that is another, or none, or new; those of whoever fell out are not counted. */
  changes: readonly { person: number; day: number }[];
  /** No plan that mends so much changes fewer. */
  changesNeeded: number;
};

/** A change must save so much, as a share of what one missing half hour costs. */
const changeWorth = 4;

/**
 * Mends a plan with few changes. The problem says already who is away and when; what was told to others stays unless a change
 * of it saves more than `changeWorth`. Each time the one person is asked whose answer mends most. Days before `fromDay` stay.
 */
export function replanShifts(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
  { fromDay, isOver }: { fromDay: number; isOver: () => boolean },
): Replanned {
  const board = openShiftBoard(keepHandmade(problem, shifts));
  const lost = loadShifts(board, shifts);
  const before = board.placed.map((own) => [...own]);
  const dearest = Math.max(0, ...problem.skills.map(({ under }) => under));
  const asked = board.people.filter(({ place }) => !lost.has(place));
  const walkers = asked.map((walker) => changing(board, walker, { fromDay, price: changeWorth * dearest }));
  const weeks = board.weeks.flatMap(({ toDay }, week) => (toDay > fromDay ? [week] : []));
  const lostWeeks = weeks.filter((week) => isTouched(board, shifts, lost, week));
  const needed = changesNeeded(board, { people: asked, weeks: lostWeeks, fromDay });
  const startCost = costOf(board);
  while (!isOver()) {
    const best = bestChange(board, walkers, lostWeeks, before);
    if (!best) break;
    board.put(best.person, best.week, best.shifts);
  }
  const changes = board.placed.flatMap((own, person) =>
    lost.has(person)
      ? []
      : own
          .flatMap((week, place) => changedDays(before[person]?.[place] ?? [], week))
          .map((day) => ({ person, day })),
  );
  return { shifts: plannedShifts(board), changes, changesNeeded: needed(startCost - costOf(board)) };
}

/** The person and week whose best answer saves most, each change priced. */
function bestChange(
  board: ShiftBoard,
  walkers: readonly WalkPerson[],
  weeks: readonly number[],
  before: readonly (readonly PlacedWeek[])[],
) {
  let best: { person: number; week: number; shifts: PlacedWeek; saved: number } | null = null;
  for (const walker of walkers)
    for (const week of weeks) {
      const person = walker.place;
      const now = board.placed[person]?.[week] ?? [];
      const costNow = board.cover.cost() + personCost(board, person) + priceOf(walker, now);
      board.put(person, week, []);
      const found = bestWeek(board, person, week, { as: walker }) ?? now;
      const told = before[person]?.[week] ?? [];
      const shifts = found.map((shift) => told.find((one) => one.pattern === shift.pattern) ?? shift);
      board.put(person, week, shifts);
      const saved = costNow - board.cover.cost() - personCost(board, person) - priceOf(walker, shifts);
      board.put(person, week, now);
      if (saved > (best?.saved ?? 1e-6)) best = { person, week, shifts, saved };
    }
  return best;
}

/** Costs that make a change of any day dear, and one of a day that has passed impossible. */
function changing(
  { problem, placed, patterns }: ShiftBoard,
  walker: WalkPerson,
  { fromDay, price }: { fromDay: number; price: number },
): WalkPerson {
  const own = walker.own.slice();
  const told = new Map((placed[walker.place] ?? []).flat().map(({ day, pattern }) => [day, pattern]));
  for (const [day] of problem.dates.entries()) {
    const kept = told.get(day);
    const worth = day < fromDay ? impossible : price;
    for (
      let pattern = patterns.firstOfDay[day] ?? 0;
      pattern < (patterns.firstOfDay[day + 1] ?? 0);
      pattern += 1
    ) {
      if (pattern === kept) own[pattern] = (own[pattern] ?? 0) - worth;
      else if (kept === undefined) own[pattern] = (own[pattern] ?? 0) + worth;
    }
  }
  return { ...walker, own };
}

const impossible = 1e6;

/** Beside what the shifts cost by themselves: what their changes do. */
const priceOf = (walker: WalkPerson, shifts: PlacedWeek) =>
  shifts.reduce((sum, { pattern }) => sum + (walker.own[pattern] ?? 0), 0);

const costOf = (board: ShiftBoard) =>
  board.people.reduce((sum, { place }) => sum + personCost(board, place), board.cover.cost());

function changedDays(before: PlacedWeek, after: PlacedWeek): number[] {
  const days = new Set([...before, ...after].map(({ day }) => day));
  const on = (week: PlacedWeek, day: number) => week.find((shift) => shift.day === day)?.pattern;
  return [...days].filter((day) => on(before, day) !== on(after, day));
}

/** Shifts made by hand are no template's: they stay where they are, unless he is away. */
function keepHandmade(problem: ShiftProblem, shifts: readonly PlannedShift[]): ShiftProblem {
  const people = problem.people.map((person, place) => {
    const isThere = ({ start, end }: PlannedShift) =>
      !person.away.some(({ from, to }) => from < end && to > start);
    const handmade = shifts.filter(
      (shift) =>
        shift.person === place &&
        shift.template < 0 &&
        isThere(shift) &&
        !person.pinned.some(({ day }) => day === shift.day),
    );
    return { ...person, pinned: [...person.pinned, ...handmade] };
  });
  return { ...problem, people };
}

function isTouched(
  { weeks, placed }: ShiftBoard,
  shifts: readonly PlannedShift[],
  lost: ReadonlySet<number>,
  week: number,
): boolean {
  const { fromDay, toDay } = weeks[week] ?? { fromDay: 0, toDay: 0 };
  const isKept = ({ person, start }: PlannedShift) =>
    placed[person]?.[week]?.some((shift) => shift.start === start) === true;
  return shifts.some(
    (shift) => lost.has(shift.person) && shift.day >= fromDay && shift.day < toDay && !isKept(shift),
  );
}
