import { combineWeeks } from './combine-weeks.ts';
import { openPriceAscent, type Priced } from './price-ascent.ts';
import { relaxedFrame } from './relaxed-frame.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { WalkPerson } from './walk-person.ts';
import { pinnedWorth } from './walk-week.ts';
import type { WeekFrame } from './week-frame.ts';

/**
 * What no plan can cost less than. Each slot's work is given a price between what one spare costs and one missing; every
 * person then has a cheapest tour by himself, exactly but for what binds his weeks together other than hours. Whatever the
 * prices are, that is a bound (Lagrange).
 */
export function openShiftBound(board: ShiftBoard) {
  const { problem, cover, people, weeks } = board;
  const { slots, wanted } = cover;
  const horizon = problem.dayStarts.at(-1) ?? 0;
  const size = problem.skills.length * slots;
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  for (const [skill, { under, over }] of problem.skills.entries()) {
    low.fill(-over, skill * slots, skill * slots + horizon);
    high.fill(under, skill * slots, skill * slots + horizon);
  }
  const frames = people.map((_, person) => weeks.map((_, week) => relaxedFrame(board, person, week)));
  const ascent = openPriceAscent({ low, high, wanted });
  /** Prices to begin with, as shares of what one missing costs: with too few people the highest is nearly the best. */
  const starts = [0, 1, 0.5, 0.2];

  const evaluate = (prices: Float64Array): Priced => {
    const have = new Int32Array(size);
    const free = wanted.reduce((sum, count, at) => sum + (prices[at] ?? 0) * count, 0);
    const costs = people.map((walker) =>
      cheapestTour(board, walker, frames[walker.place] ?? [], { prices, have }),
    );
    return { bound: costs.reduce((sum, cost) => sum + cost, free), have };
  };

  return {
    /** Costs are never below nought. */
    best: () => Math.max(0, ascent.best()),
    /** One round of prices; `cost` is that of the best plan known. */
    round(cost: number): void {
      const share = starts.shift();
      if (share === undefined) {
        ascent.learn(evaluate(ascent.next(cost)));
        return;
      }
      const prices = high.map((price) => share * price);
      ascent.begin(prices, evaluate(prices));
    },
  };
}

/** What he costs at best at these prices, what his work is worth taken off; his half hours are added to `have`. */
function cheapestTour(
  board: ShiftBoard,
  walker: WalkPerson,
  frames: readonly WeekFrame[],
  { prices, have }: { prices: Float64Array; have: Int32Array },
): number {
  const { weeks, worths, walk, patterns, slotWorth, cover } = board;
  const rowOf = dearestRows(walker, cover.slots, prices);
  for (const [slot, row] of rowOf.entries()) slotWorth[slot] = prices[row] ?? 0;
  const own = weeks.map((span, week) =>
    walk.byHours(walker, frames[week] as WeekFrame, worths.price(slotWorth, span)),
  );
  const picked = combineWeeks(
    board,
    walker.place,
    own.map(({ cost }) => cost),
  );
  const tour = picked.hours.flatMap((hours, week) => own[week]?.week[hours] ?? []);
  const count = (from: number, to: number, by: number) => {
    for (let slot = from; slot < to; slot += 1) {
      const row = rowOf[slot] ?? 0;
      have[row] = (have[row] ?? 0) + by;
    }
  };
  for (const place of tour) {
    const pattern = patterns.all[place];
    if (!pattern) continue;
    count(pattern.start, pattern.end, 1);
    for (const [which, start] of worths.breaksOf(pattern, slotWorth).entries())
      count(start, start + (patterns.windows[pattern.windows[which] ?? 0]?.slots ?? 1), -1);
  }
  return picked.cost + worthOfPinned(walker, tour);
}

/** By slot: the row of the skill that is worth most of those he knows. */
function dearestRows({ skills }: WalkPerson, slots: number, prices: Float64Array): Int32Array {
  return Int32Array.from({ length: slots }, (_, slot) => {
    let best = -1;
    for (const skill of skills) {
      const row = skill * slots + slot;
      if (best < 0 || (prices[row] ?? 0) > (prices[best] ?? 0)) best = row;
    }
    return best;
  });
}

/** What the walk took off for keeping pinned shifts. Who cannot keep all of them by the rules is bounded by nothing. */
function worthOfPinned({ pinned }: WalkPerson, tour: readonly number[]): number {
  const all = pinned.filter((one) => one >= 0);
  return all.every((one) => tour.includes(one)) ? pinnedWorth * all.length : Number.NEGATIVE_INFINITY;
}
