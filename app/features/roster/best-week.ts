import { frameWeek, runLimit } from './frame-week.ts';
import type { PlacedWeek } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { WalkPerson } from './walk-person.ts';
import type { WalkedWeek } from './walk-week.ts';
import type { RunLimit, WeekFrame } from './week-frame.ts';

const runKinds = ['nights', 'days'] as const;

/**
 * The best week there is for a person beside all others as they stand, exactly; his own must have been taken off the board.
 * `shake` puts so much noise on the worth of each half hour, for another answer of nearly the same cost; `as`: with other
 * costs of his than the board knows. `null`: none is legal.
 */
export function bestWeek(
  board: ShiftBoard,
  person: number,
  week: number,
  { spare, shake, as }: { spare?: { min: number; max: number }; shake?: () => number; as?: WalkPerson } = {},
): PlacedWeek | null {
  const walker = as ?? board.people[person];
  const span = board.weeks[week];
  if (!walker || !span) return [];
  const { slotWorth, cover, worths } = board;
  const until = Math.min(cover.slots, span.to + 96);
  slotWorth.set(cover.worthOf(person).subarray(span.from, until), span.from);
  if (shake)
    for (let slot = span.from; slot < until; slot += 1) slotWorth[slot] = (slotWorth[slot] ?? 0) + shake();
  const worth = worths.price(slotWorth, span);
  const frame = frameWeek(board, person, week, spare);
  const found = walkWithin(board, walker, frame, worth);
  return found && board.make(found.patterns, slotWorth);
}

/** Runs of nights and of days hardly ever bind: they are counted only once a walk has broken them. */
function walkWithin(board: ShiftBoard, walker: WalkPerson, frame: WeekFrame, worth: Float64Array) {
  let found = board.walk.best(walker, frame, worth, null);
  for (const kind of runKinds) {
    const limit = runLimit(board, kind);
    if (!found || !limit || keepsRun(board, walker, frame, found, limit)) continue;
    found = board.walk.best(walker, frame, worth, limit);
  }
  const isKept = (kind: RunLimit['kind']) => {
    const limit = runLimit(board, kind);
    return (
      !found ||
      !limit ||
      limit.cost < Number.POSITIVE_INFINITY ||
      keepsRun(board, walker, frame, found, limit)
    );
  };
  return runKinds.every(isKept) ? found : null;
}

function keepsRun(
  { patterns }: ShiftBoard,
  { isNight }: WalkPerson,
  { fromDay, toDay, before, after }: WeekFrame,
  { patterns: walked }: WalkedWeek,
  { kind, most }: RunLimit,
): boolean {
  let run = before[kind];
  let last = fromDay - 1;
  for (const pattern of walked) {
    const day = patterns.all[pattern]?.day ?? 0;
    const counts = kind === 'days' || isNight[pattern] === 1;
    run = counts ? (day === last + 1 ? run + 1 : 1) : 0;
    if (run > most) return false;
    last = day;
  }
  return last !== toDay - 1 || after[kind] === 0 || run === 0 || run + after[kind] <= most;
}
