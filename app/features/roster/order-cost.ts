import type { PlacedShift } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { ShiftRule } from './shift-rules.ts';

const soft = ({ mode, weight }: ShiftRule) => (mode === 'soft' ? weight : 0);

/** What a person's shifts cost by following one another, where those rules are soft. */
export function orderCost(board: ShiftBoard, person: number, shifts: readonly PlacedShift[]): number {
  const { rules } = board.problem;
  const ordered = [
    'two-in-a-row',
    'rest-between',
    'nights-in-a-row',
    'days-in-a-row',
    'weekly-rest',
  ] as const;
  const isAny = ordered.some((rule) => rules[rule].mode === 'soft');
  const weekends = rules['weekends-worked'].mode === 'soft' ? weekendsCost(board, shifts) : 0;
  return weekends + (isAny ? runsCost(board, person, shifts) + restsCost(board, person, shifts) : 0);
}

function weekendsCost({ problem, weeks }: ShiftBoard, shifts: readonly PlacedShift[]): number {
  const { value, weight } = problem.rules['weekends-worked'];
  const worked = weeks.filter(({ fromDay, toDay }) =>
    shifts.some(({ day }) => day >= fromDay && day < toDay && (problem.weekdays[day] ?? 1) >= 6),
  );
  return weight * Math.max(0, worked.length - value);
}

function runsCost({ problem, people }: ShiftBoard, person: number, shifts: readonly PlacedShift[]): number {
  const { rules } = problem;
  const { carryIn } = problem.people[person] ?? { carryIn: null };
  let { nights, days, lastEnd } = carryIn ?? { nights: 0, days: 0, lastEnd: null };
  let lastDay = -1;
  let cost = 0;
  for (const { pattern, day, start, end } of shifts) {
    const isNight = people[person]?.isNight[pattern] === 1;
    const isNext = day === lastDay + 1;
    nights = isNight ? (isNext ? nights : 0) + 1 : 0;
    days = (isNext ? days : 0) + 1;
    const rest = lastEnd === null ? Number.POSITIVE_INFINITY : 30 * (start - lastEnd);
    if (nights > rules['nights-in-a-row'].value) cost += soft(rules['nights-in-a-row']);
    if (days > rules['days-in-a-row'].value) cost += soft(rules['days-in-a-row']);
    if (rest < rules['two-in-a-row'].value) cost += soft(rules['two-in-a-row']);
    if (rest < rules['rest-between'].value) cost += soft(rules['rest-between']);
    lastDay = day;
    lastEnd = end;
  }
  return cost;
}

function restsCost({ problem, weeks }: ShiftBoard, person: number, shifts: readonly PlacedShift[]): number {
  const weight = soft(problem.rules['weekly-rest']);
  if (weight === 0) return 0;
  const long = problem.rules['weekly-rest'].value / 30;
  const carryIn = problem.people[person]?.carryIn;
  const horizon = problem.dayStarts.at(-1) ?? 0;
  let cost = 0;
  for (const [week, { from, to, toDay }] of weeks.entries()) {
    if (problem.weekdays[toDay - 1] !== 7 || (week === 0 && carryIn?.hasWeeklyRest)) continue;
    let isRested = false;
    for (let place = -1; place < shifts.length; place += 1) {
      const begins = shifts[place]?.end ?? carryIn?.lastEnd ?? Number.NEGATIVE_INFINITY;
      const ends = shifts[place + 1]?.start ?? horizon;
      const isOwn = begins >= from && begins < to;
      if ((isOwn ? ends - begins : Math.min(ends, to) - Math.max(begins, from)) >= long) isRested = true;
    }
    if (!isRested) cost += weight;
  }
  return cost;
}
