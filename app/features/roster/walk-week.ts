import type { ShiftPatterns } from './shift-patterns.ts';
import type { WalkPerson } from './walk-person.ts';
import type { RunLimit, WeekFrame } from './week-frame.ts';
import { carryForward, collapse, type Fresh, relax, type Table } from './week-tables.ts';

/** The cheapest week: its patterns in order, what it counts, and its cost less what its work is worth. */
export type WalkedWeek = { patterns: number[]; units: number; cost: number };
type Calendar = { dayStarts: readonly number[]; weekdays: readonly number[] };

const none = Number.POSITIVE_INFINITY;
/** What a pinned shift is worth: more than anything else. */
export const pinnedWorth = 1e7;

/**
 * An exact walk over the days of one week for one person. The state is where the last shift ended, what has been counted,
 * whether the long rest was had and, if asked for, a run of nights or of days. Over ends the least is carried forward, so a
 * shift looks back at one place only: as late as his rest allows. The tables are used again by every call.
 */
export function openWeekWalk(patterns: ShiftPatterns, { dayStarts, weekdays }: Calendar) {
  const longest = Math.max(0, ...patterns.all.map(({ start, end }) => end - start));
  const count = patterns.all.length;
  const startOf = Int32Array.from(patterns.all, ({ start }) => start);
  const endOf = Int32Array.from(patterns.all, ({ end }) => end);
  let table: Table = { value: new Float64Array(), node: new Int32Array() };
  let fresh: Fresh = { value: new Float64Array(), pattern: new Int32Array(), from: new Int32Array() };
  const grow = (tableSize: number, freshSize: number) => {
    if (table.value.length < tableSize)
      table = { value: new Float64Array(tableSize), node: new Int32Array(tableSize) };
    if (fresh.value.length < freshSize)
      fresh = {
        value: new Float64Array(freshSize),
        pattern: new Int32Array(freshSize),
        from: new Int32Array(freshSize),
      };
  };

  /** Fills the tables; returns how they lie. */
  const walk = (person: WalkPerson, frame: WeekFrame, worth: Float64Array, runs: RunLimit | null) => {
    const { unit, own, counted, isNight, allowed, pinned } = person;
    const { from, fromDay, toDay, rest, softRest, longRest } = frame;
    const hours = frame.hoursCost.length;
    const depth = runs ? runs.most + 1 : 1;
    const size = depth * 2 * hours;
    const days = toDay - fromDay;
    const span = frame.to - from + longest + 1;
    const widest = 50 + longest + 1;
    grow(span * size, days * widest * size);
    const { value, node } = table;
    let validTo = 0;
    for (let day = 0; day < days; day += 1) {
      const begin = (dayStarts[fromDay + day] ?? 0) - from;
      const width = (dayStarts[fromDay + day + 1] ?? 0) - from - begin + longest + 1;
      const base = day * widest * size;
      fresh.value.fill(none, base, base + width * size);
      const isWeekend = frame.weekendCost > 0 && (weekdays[fromDay + day] ?? 1) >= 6;
      const list = allowed[fromDay + day] ?? new Int32Array();
      const isPinned = (pinned[fromDay + day] ?? -1) >= 0;
      for (let place = 0; place < list.length; place += 1) {
        const pattern = list[place] ?? 0;
        const start = startOf[pattern] ?? 0;
        const end = endOf[pattern] ?? 0;
        const units = (counted[pattern] ?? 0) / unit;
        if (!isPinned && (start < frame.earliest || end > frame.latestEnd)) continue;
        if (units >= hours) continue;
        const cost =
          (own[pattern] ?? 0) -
          (worth[pattern] ?? 0) +
          (isWeekend ? frame.weekendCost : 0) -
          (isPinned ? pinnedWorth : 0);
        if (cost === none) continue;
        const target = base + (end - from - begin) * size;
        const counts = runs ? runs.kind === 'days' || isNight[pattern] === 1 : false;
        // The first of the week.
        const had = day === 0 && runs ? frame.before[runs.kind] : 0;
        const isOver = counts && runs !== null && had + 1 > runs.most;
        if (!(isOver && runs.cost === none)) {
          const rested = frame.hasRest || start - frame.restFrom >= longRest ? 1 : 0;
          const run = counts && runs ? Math.min(runs.most, had + 1) : 0;
          const to = target + (run * 2 + rested) * hours + units;
          const sum = cost + (isOver && runs ? runs.cost : 0);
          if (sum < (fresh.value[to] ?? 0)) {
            fresh.value[to] = sum;
            fresh.pattern[to] = pattern;
            fresh.from[to] = -1;
          }
        }
        if (validTo === 0) continue;
        const lie = { hours, depth, units, pattern, counts };
        const rowBefore = (slots: number) => Math.min(start - from - slots, validTo - 1) * size;
        const plain = cost + (softRest > rest ? frame.softRestCost : 0);
        relax(table, fresh, rowBefore(rest), target, plain, false, runs, lie);
        if (softRest > rest) relax(table, fresh, rowBefore(softRest), target, cost, false, runs, lie);
        relax(table, fresh, rowBefore(longRest), target, cost, true, runs, lie);
      }
      if (runs) collapse(value, node, size, hours, depth, Math.max(0, begin + 48 - longRest - 4), validTo);
      const upTo = Math.min(span, begin + width);
      carryForward(table, fresh, { begin, upTo, validTo, size, base });
      validTo = upTo;
    }
    return { hours, depth, size, validTo };
  };

  /** Gives every end state with its whole cost. */
  const finish = (
    frame: WeekFrame,
    runs: RunLimit | null,
    { hours, depth, size, validTo }: { hours: number; depth: number; size: number; validTo: number },
    tell: (cost: number, units: number, node: number) => void,
  ) => {
    const { value, node } = table;
    const last = Math.min(frame.latestEnd - frame.from, validTo - 1);
    // A rest that begins after the week is none of it.
    const restedLast = Math.min(last, frame.restTo - frame.longRest - frame.from, frame.to - frame.from - 1);
    const end = (at: number, rested: number, more: number) => {
      if (at < 0) return;
      for (let run = 0; run < depth; run += 1) {
        const beyond = runs && run > 0 ? run + frame.after[runs.kind] - runs.most : 0;
        if (beyond > 0 && frame.after[runs?.kind ?? 'days'] > 0 && runs?.cost === none) continue;
        const row = at * size + (run * 2 + rested) * hours;
        for (let hour = 0; hour < hours; hour += 1) {
          const cost = (value[row + hour] ?? none) + (frame.hoursCost[hour] ?? none) + more;
          if (cost < none) tell(cost, hour, node[row + hour] ?? -1);
        }
      }
    };
    end(last, 1, 0);
    end(restedLast, 0, 0);
    if (frame.noRestCost < none) end(last, 0, frame.noRestCost);
    const empty =
      (frame.hasRest || frame.isEmptyRested ? 0 : frame.noRestCost) + (frame.hoursCost[0] ?? none);
    if (empty < none) tell(empty, 0, -1);
  };

  return {
    patterns: count,
    best(
      person: WalkPerson,
      frame: WeekFrame,
      worth: Float64Array,
      runs: RunLimit | null,
    ): WalkedWeek | null {
      const lie = walk(person, frame, worth, runs);
      let found: { cost: number; units: number; node: number } | null = null;
      finish(frame, runs, lie, (cost, units, node) => {
        if (!found || cost < found.cost) found = { cost, units, node };
      });
      const best = found as { cost: number; units: number; node: number } | null;
      if (!best) return null;
      const walked: number[] = [];
      for (let node = best.node; node >= 0; node = fresh.from[node] ?? -1)
        walked.push(fresh.pattern[node] ?? 0);
      return { patterns: walked.reverse(), units: best.units, cost: best.cost };
    },
    /** By counted units: the least cost of a week that counts so much, and its end state for `trace`. */
    byHours(
      person: WalkPerson,
      frame: WeekFrame,
      worth: Float64Array,
    ): { cost: Float64Array; week: number[][] } {
      const lie = walk(person, frame, worth, null);
      const cost = new Float64Array(lie.hours).fill(none);
      const ends = new Int32Array(lie.hours).fill(-1);
      finish(frame, null, lie, (sum, units, node) => {
        if (sum >= (cost[units] ?? 0)) return;
        cost[units] = sum;
        ends[units] = node;
      });
      const week = [...ends].map((end) => {
        const walked: number[] = [];
        for (let node = end; node >= 0; node = fresh.from[node] ?? -1) walked.push(fresh.pattern[node] ?? 0);
        return walked.reverse();
      });
      return { cost, week };
    },
  };
}
