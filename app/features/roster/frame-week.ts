import { hoursCosts } from './hours-costs.ts';
import type { PlacedShift } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { RunLimit, WeekFrame } from './week-frame.ts';

/** What is left for a week of a person when his other weeks stay as they are. `spare`: counted slots that weeks not yet made will take. */
export function frameWeek(
  board: ShiftBoard,
  person: number,
  week: number,
  spare = { min: 0, max: 0 },
): WeekFrame {
  const { problem, weeks, placed } = board;
  const { rules, dayStarts } = problem;
  const own = placed[person] ?? [];
  const carry = problem.people[person]?.carryIn;
  const span = weeks[week] ?? { fromDay: 0, toDay: 0, from: 0, to: 0 };
  const earlier = own.slice(0, week).flat();
  const later = own.slice(week + 1).flat();
  const prevEnd = earlier.at(-1)?.end ?? carry?.lastEnd ?? Number.NEGATIVE_INFINITY;
  const nextStart = later[0]?.start ?? null;
  const horizon = dayStarts.at(-1) ?? 0;
  const long = rules['weekly-rest'];
  const longRest = long.value / 30;
  const isLong = long.mode === 'hard';
  const between = (rule: 'two-in-a-row' | 'rest-between', mode: 'hard' | 'soft') =>
    rules[rule].mode === mode ? rules[rule].value / 30 : 0;
  const rest = Math.max(between('two-in-a-row', 'hard'), between('rest-between', 'hard'));
  const softRest = Math.max(between('two-in-a-row', 'soft'), between('rest-between', 'soft'));
  const owed = isLong && owesRest(board, person, week - 1) ? prevEnd + longRest : Number.NEGATIVE_INFINITY;
  const leans = isLong && nextStart !== null && leansOnStart(board, person, week + 1);
  const latest = nextStart === null ? Number.POSITIVE_INFINITY : nextStart - (leans ? longRest : rest);
  return {
    ...span,
    earliest: Math.max(span.from, prevEnd + rest, owed),
    latestEnd: latest,
    restFrom: Math.max(prevEnd, span.from),
    restTo: nextStart ?? horizon,
    isEmptyRested:
      Math.min(nextStart ?? horizon, prevEnd >= span.from ? horizon : span.to) -
        Math.max(prevEnd, span.from) >=
      longRest,
    hasRest:
      long.mode === 'off' ||
      problem.weekdays[span.toDay - 1] !== 7 ||
      (week === 0 && carry?.hasWeeklyRest === true),
    noRestCost: isLong ? Number.POSITIVE_INFINITY : long.weight,
    longRest,
    rest,
    softRest,
    softRestCost: rules['rest-between'].weight,
    hoursCost: hoursCosts(board, person, week, spare),
    weekendCost: weekendCost(board, person, week),
    before: runBefore(board, person, earlier, span.fromDay),
    after: runAfter(board, person, later, span.toDay),
  };
}

/** A limit to be counted, when the rule is on. */
export function runLimit({ problem }: ShiftBoard, kind: RunLimit['kind']): RunLimit | null {
  const { mode, value, weight } = problem.rules[`${kind}-in-a-row`];
  return mode === 'off'
    ? null
    : { kind, most: value, cost: mode === 'hard' ? Number.POSITIVE_INFINITY : weight };
}

/** Whether a week has its long rest only if nothing begins soon after it. */
function owesRest({ problem, weeks, placed }: ShiftBoard, person: number, week: number): boolean {
  const span = weeks[week];
  const shifts = placed[person]?.[week] ?? [];
  if (!span || shifts.length === 0 || problem.weekdays[span.toDay - 1] !== 7) return false;
  const carry = problem.people[person]?.carryIn;
  if (week === 0 && carry?.hasWeeklyRest) return false;
  const before =
    placed[person]?.slice(0, week).flat().at(-1)?.end ?? carry?.lastEnd ?? Number.NEGATIVE_INFINITY;
  const long = problem.rules['weekly-rest'].value / 30;
  const rests = shifts.map(
    ({ start }, place) => start - (shifts[place - 1]?.end ?? Math.max(before, span.from)),
  );
  const lastEnd = shifts.at(-1)?.end ?? 0;
  return lastEnd < span.to && Math.max(...rests, span.to - lastEnd) < long;
}

/** Whether a week has its long rest only if nothing ends long after it begins. */
function leansOnStart({ problem, weeks, placed }: ShiftBoard, person: number, week: number): boolean {
  const span = weeks[week];
  const shifts = placed[person]?.[week] ?? [];
  const first = shifts[0];
  if (!span || !first || problem.weekdays[span.toDay - 1] !== 7) return false;
  const long = problem.rules['weekly-rest'].value / 30;
  const next = placed[person]?.slice(week + 1).flat()[0]?.start ?? problem.dayStarts.at(-1) ?? 0;
  const rests = shifts.map(({ end }, place) =>
    end < span.to ? (shifts[place + 1]?.start ?? next) - end : 0,
  );
  return Math.max(...rests) < long && first.start - span.from >= long;
}

function weekendCost({ problem, placed }: ShiftBoard, person: number, week: number): number {
  const { mode, value, weight } = problem.rules['weekends-worked'];
  if (mode === 'off') return 0;
  const isWeekend = ({ day }: PlacedShift) => (problem.weekdays[day] ?? 1) >= 6;
  const others = (placed[person] ?? []).filter((shifts, place) => place !== week && shifts.some(isWeekend));
  if (others.length < value) return 0;
  return mode === 'hard' ? Number.POSITIVE_INFINITY : weight;
}

function runBefore(
  { people, problem }: ShiftBoard,
  person: number,
  earlier: readonly PlacedShift[],
  day: number,
) {
  const isNight = people[person]?.isNight;
  const carry = problem.people[person]?.carryIn ?? { nights: 0, days: 0 };
  const worked = new Map(earlier.map((shift) => [shift.day, isNight?.[shift.pattern] === 1]));
  let days = 0;
  while (worked.has(day - 1 - days)) days += 1;
  let nights = 0;
  while (worked.get(day - 1 - nights) === true) nights += 1;
  return {
    days: days === day ? days + carry.days : days,
    nights: nights === day ? nights + carry.nights : nights,
  };
}

function runAfter({ people }: ShiftBoard, person: number, later: readonly PlacedShift[], day: number) {
  const isNight = people[person]?.isNight;
  const worked = new Map(later.map((shift) => [shift.day, isNight?.[shift.pattern] === 1]));
  let days = 0;
  while (worked.has(day + days)) days += 1;
  let nights = 0;
  while (worked.get(day + nights) === true) nights += 1;
  return { days, nights };
}
