import { hoursCost } from './hours-costs.ts';
import type { ShiftBoard } from './shift-board.ts';
import { countedPinned } from './walk-person.ts';

const none = Number.POSITIVE_INFINITY;

/** The cheapest hours of each week together, those of the horizon priced. */
export function combineWeeks(
  { problem, people }: ShiftBoard,
  person: number,
  weeks: readonly Float64Array[],
) {
  const walker = people[person];
  const unit = walker?.unit ?? 1;
  const rule = problem.rules['period-hours'];
  const period = problem.people[person]?.periodMinutes ?? { min: 0, max: none };
  const firm = Math.max(walker ? countedPinned(walker) : 0, (period.max + rule.value) / 30);
  const most = rule.mode === 'hard' ? Math.floor(firm / unit) : none;
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
