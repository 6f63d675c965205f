import { hoursCost } from './hours-costs.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { WeekFrame } from './week-frame.ts';

const none = Number.POSITIVE_INFINITY;

/**
 * What no plan can cost less than. Each slot's work is given a price between what one spare costs and one missing; every
 * person then has a cheapest tour by himself, exactly but for what binds his weeks together other than hours. Whatever the
 * prices are, that is a bound (Lagrange); they follow the cover that those tours make (Polyak's step), ever nearer the best.
 */
export function openShiftBound(board: ShiftBoard) {
  const { problem, cover, people, weeks, worths, walk } = board;
  const { slots, wanted } = cover;
  const horizon = problem.dayStarts.at(-1) ?? 0;
  const size = problem.skills.length * slots;
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  for (const [skill, { under, over }] of problem.skills.entries()) {
    low.fill(-over, skill * slots, skill * slots + horizon);
    high.fill(under, skill * slots, skill * slots + horizon);
  }
  const prices = new Float64Array(size);
  const best = { bound: 0, prices: prices.slice() };
  const direction = new Float64Array(size);
  const frames = people.map((_, person) => weeks.map((_, week) => relaxedFrame(board, person, week)));
  /** Prices to begin with, as shares of what one missing costs: with too few people the highest is nearly the best. */
  const starts = [1, 0.5, 0.2];
  let step = 0.2;
  let idle = 0;

  const evaluate = (): { bound: number; have: Int32Array } => {
    const have = new Int32Array(size);
    let bound = 0;
    for (let at = 0; at < size; at += 1) bound += (prices[at] ?? 0) * (wanted[at] ?? 0);
    for (const walker of people) {
      const { skills } = walker;
      const bestSkill = new Int32Array(slots);
      const slotWorth = board.slotWorth;
      for (let slot = 0; slot < slots; slot += 1) {
        let most = Number.NEGATIVE_INFINITY;
        for (const skill of skills) {
          const price = prices[skill * slots + slot] ?? 0;
          if (price > most) [most, bestSkill[slot]] = [price, skill];
        }
        slotWorth[slot] = skills.length > 0 ? most : 0;
      }
      const own = weeks.map((span, week) => {
        const worth = worths.price(slotWorth, span);
        return walk.byHours(walker, frames[walker.place]?.[week] as WeekFrame, worth);
      });
      const picked = combine(
        board,
        walker.place,
        own.map(({ cost }) => cost),
      );
      bound += picked.cost;
      for (const [week, hours] of picked.hours.entries())
        for (const pattern of own[week]?.week[hours] ?? []) {
          const one = board.patterns.all[pattern];
          if (!one) continue;
          for (let slot = one.start; slot < one.end; slot += 1) {
            const at = (bestSkill[slot] ?? 0) * slots + slot;
            have[at] = (have[at] ?? 0) + 1;
          }
          for (const [which, start] of worths.breaksOf(one, slotWorth).entries()) {
            const length = board.patterns.windows[one.windows[which] ?? 0]?.slots ?? 1;
            for (let slot = start; slot < start + length; slot += 1) {
              const at = (bestSkill[slot] ?? 0) * slots + slot;
              have[at] = (have[at] ?? 0) - 1;
            }
          }
        }
    }
    return { bound, have };
  };

  return {
    best: () => best.bound,
    /** One round of prices; `cost` is that of the best plan known. */
    round(cost: number): void {
      const share = starts.shift();
      if (share !== undefined) {
        for (let at = 0; at < size; at += 1) prices[at] = share * (high[at] ?? 0);
        const { bound } = evaluate();
        if (bound > best.bound) {
          best.bound = bound;
          best.prices.set(prices);
        }
        if (starts.length === 0) prices.set(best.prices);
        return;
      }
      const { bound, have } = evaluate();
      if (bound > best.bound + 1e-6) {
        idle = bound > best.bound + 0.001 * cost ? 0 : idle + 1;
        best.bound = bound;
        best.prices.set(prices);
      } else idle += 1;
      if (idle >= 4) {
        idle = 0;
        step *= 0.6;
        prices.set(best.prices);
      }
      let norm = 0;
      for (let at = 0; at < size; at += 1) {
        if (low[at] === 0 && high[at] === 0) continue;
        const missing = (wanted[at] ?? 0) - (have[at] ?? 0);
        direction[at] = 0.4 * missing + 0.6 * (direction[at] ?? 0);
        const price = prices[at] ?? 0;
        const isStuck =
          (price >= (high[at] ?? 0) && (direction[at] ?? 0) > 0) ||
          (price <= (low[at] ?? 0) && (direction[at] ?? 0) < 0);
        if (!isStuck) norm += (direction[at] ?? 0) ** 2;
      }
      if (norm === 0) return;
      const length = (step * Math.max(1, cost - bound)) / norm;
      for (let at = 0; at < size; at += 1)
        prices[at] = Math.min(
          high[at] ?? 0,
          Math.max(low[at] ?? 0, (prices[at] ?? 0) + length * (direction[at] ?? 0)),
        );
    },
  };
}

/** The week without what ties it to the others: only the first knows what came before, only the last where the horizon ends. */
function relaxedFrame(board: ShiftBoard, person: number, week: number): WeekFrame {
  const { problem, weeks, people } = board;
  const span = weeks[week] ?? { fromDay: 0, toDay: 0, from: 0, to: 0 };
  const { rules } = problem;
  const own = problem.people[person];
  const lastEnd = (week === 0 ? own?.carryIn.lastEnd : null) ?? Number.NEGATIVE_INFINITY;
  const hard = (rule: 'two-in-a-row' | 'rest-between') =>
    rules[rule].mode === 'hard' ? rules[rule].value / 30 : 0;
  const rest = Math.max(hard('two-in-a-row'), hard('rest-between'));
  const isLast = week === weeks.length - 1;
  const agreed = own?.weekMinutes[week] ?? { min: 0, max: none };
  const hours = rules['week-hours'];
  const unit = people[person]?.unit ?? 1;
  const longest = (people[person]?.longest ?? 0) * (span.toDay - span.fromDay);
  const isFirm = hours.mode === 'hard' && !people[person]?.pinned.some((one) => one >= 0);
  const most = isFirm ? Math.min(longest, (agreed.max + hours.value) / 30) : longest;
  return {
    ...span,
    earliest: Math.max(span.from, lastEnd + rest),
    latestEnd: none,
    restFrom: Math.max(span.from, lastEnd),
    restTo: isLast ? span.to : none,
    isEmptyRested: true,
    hasRest:
      rules['weekly-rest'].mode === 'off' ||
      problem.weekdays[span.toDay - 1] !== 7 ||
      (week === 0 && own?.carryIn.hasWeeklyRest === true),
    noRestCost: rules['weekly-rest'].mode === 'hard' ? none : 0,
    longRest: rules['weekly-rest'].value / 30,
    rest,
    softRest: 0,
    softRestCost: 0,
    hoursCost: Float64Array.from({ length: Math.floor(most / unit) + 1 }, (_, place) =>
      hoursCost(hours, place * unit, place * unit, agreed),
    ),
    weekendCost: 0,
    before: { nights: 0, days: 0 },
    after: { nights: 0, days: 0 },
  };
}

/** The cheapest hours of each week together, those of the horizon priced. */
function combine({ problem, people }: ShiftBoard, person: number, weeks: readonly Float64Array[]) {
  const unit = people[person]?.unit ?? 1;
  const rule = problem.rules['period-hours'];
  const period = problem.people[person]?.periodMinutes ?? { min: 0, max: none };
  const isFirm = rule.mode === 'hard' && !people[person]?.pinned.some((one) => one >= 0);
  const most = isFirm ? Math.floor((period.max + rule.value) / 30 / unit) : none;
  let sums = Float64Array.of(0);
  const came: Int32Array[] = [];
  for (const week of weeks) {
    const next = new Float64Array(Math.min(most + 1, sums.length + week.length - 1)).fill(none);
    const from = new Int32Array(next.length);
    for (let hours = 0; hours < week.length; hours += 1) {
      const cost = week[hours] ?? none;
      if (cost === none) continue;
      for (let before = 0; before < sums.length && before + hours < next.length; before += 1) {
        const sum = (sums[before] ?? none) + cost;
        if (sum < (next[before + hours] ?? none)) [next[before + hours], from[before + hours]] = [sum, hours];
      }
    }
    came.push(from);
    sums = next;
  }
  let best = { cost: none, all: 0 };
  for (const [all, sum] of sums.entries()) {
    const cost = sum + hoursCost(rule, all * unit, all * unit, period);
    if (cost < best.cost) best = { cost, all };
  }
  const hours: number[] = [];
  for (let week = weeks.length - 1, all = best.all; week >= 0; week -= 1) {
    const own = came[week]?.[all] ?? 0;
    hours.unshift(own);
    all -= own;
  }
  return { cost: best.cost, hours };
}
