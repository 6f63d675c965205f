import type { ShiftPattern, ShiftPatterns } from './shift-patterns.ts';
import type { ShiftPerson, ShiftProblem, WishKind } from './shift-problem.ts';
import type { ShiftRuleKey } from './shift-rules.ts';

/** What is known of one person before any search: which shifts he may work, and what each costs by itself. */
export type WalkPerson = {
  place: number;
  skills: readonly number[];
  /** By day: places of the patterns he may work. */
  allowed: readonly Int32Array[];
  /** By pattern: wishes denied and soft rules broken. */
  own: Float64Array;
  isNight: Uint8Array;
  counted: Int16Array;
  /** All that counts is a multiple of so many slots. */
  unit: number;
  /** The most that one shift of his counts. */
  longest: number;
  /** By day: the pinned pattern, or −1. */
  pinned: Int32Array;
};

export function walkPerson(problem: ShiftProblem, patterns: ShiftPatterns, place: number): WalkPerson {
  const person = problem.people[place];
  if (!person) throw new Error(`There is no person ${place} in this problem.`);
  const isNight = patterns.isNight[person.clock] ?? new Uint8Array();
  const counted = patterns.counted[person.clock] ?? new Int16Array();
  const pinned = new Int32Array(problem.dates.length).fill(-1);
  for (const [pattern, { day, pinned: shift }] of patterns.all.entries())
    if (shift?.person === place && person.pinned.includes(shift)) pinned[day] = pattern;
  const own = new Float64Array(patterns.all.length);
  const allowed = problem.dates.map((_, day) => {
    if ((pinned[day] ?? -1) >= 0) return Int32Array.of(pinned[day] ?? -1);
    const list: number[] = [];
    for (
      let pattern = patterns.firstOfDay[day] ?? 0;
      pattern < (patterns.firstOfDay[day + 1] ?? 0);
      pattern += 1
    ) {
      const one = patterns.all[pattern];
      if (!one || one.pinned) continue;
      const cost = ownCost(problem, person, one, isNight[pattern] === 1);
      own[pattern] = cost;
      if (cost < Number.POSITIVE_INFINITY) list.push(pattern);
    }
    return Int32Array.from(list);
  });
  const lengths = [...new Set(allowed.flatMap((list) => Array.from(list, (one) => counted[one] ?? 0)))];
  const unit = lengths.reduce(gcd, 0) || 1;
  const longest = Math.max(0, ...lengths);
  return { place, skills: person.skills, allowed, own, isNight, counted, unit, longest, pinned };
}

/** What his pinned shifts count, of these days; they are worked even where that is more than he may. */
export function countedPinned({ pinned, counted }: WalkPerson, fromDay = 0, toDay = pinned.length): number {
  return pinned
    .subarray(fromDay, toDay)
    .reduce((sum, pattern) => sum + (pattern >= 0 ? (counted[pattern] ?? 0) : 0), 0);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Endless where a hard rule forbids it. */
function ownCost(problem: ShiftProblem, person: ShiftPerson, pattern: ShiftPattern, isNight: boolean) {
  const { rules, clocks, holidays, weekdays, dayStarts } = problem;
  const { start, end, day, worked } = pattern;
  if (person.skills.length === 0) return Number.POSITIVE_INFINITY;
  let cost = 0;
  const when = (rule: ShiftRuleKey, isBroken: boolean) => {
    if (!isBroken || rules[rule].mode === 'off') return;
    cost += rules[rule].mode === 'hard' ? Number.POSITIVE_INFINITY : rules[rule].weight;
  };
  const days = end > (dayStarts[day + 1] ?? 0) ? [day, day + 1] : [day];
  when('day-hours', 30 * worked > person.maxDayMinutes + rules['day-hours'].value);
  when('night-shorter', isNight && 30 * worked > person.maxDayMinutes - rules['night-shorter'].value);
  when('weekend-barred', !person.mayWeekend && days.some((one) => (weekdays[one] ?? 1) >= 6));
  when('holiday-barred', !person.mayHoliday && days.some((one) => holidays[one] === true));
  when(
    'away',
    person.away.some(({ from, to }) => from < end && to > start),
  );
  const clock = clocks[person.clock] ?? [];
  when('night-barred', !person.mayNight && touchesNight(clock, start, end));
  for (const wish of person.wishes)
    if (wish.day === day && !isGranted(wish.kind, clocks[0]?.[start] ?? 0, isNight)) cost += wish.weight;
  return cost;
}

function touchesNight(clock: readonly number[], start: number, end: number): boolean {
  for (let slot = start; slot < end; slot += 1) {
    const wall = clock[slot] ?? 0;
    if (wall < 12 || wall >= 44) return true;
  }
  return false;
}

function isGranted(kind: WishKind, wall: number, isNight: boolean): boolean {
  if (kind === 'early') return wall >= 10 && wall < 20;
  if (kind === 'late') return wall >= 24 && wall < 40;
  return kind === 'night' && isNight;
}
