import { type CalendarVersion, minutesOf, weekdayOf } from './calendar.ts';
import { addDays } from './calendar-date.ts';
import { dateAt, midnightOf, wallClock } from './wall-clock.ts';

/** A stretch of time, epoch ms; `to` is not part of it. */
export type Span = { from: number; to: number };

/** A calendar ready to be asked. All instants are epoch ms. */
export type OpenHours = {
  /** Open time between two instants, ms; 0 when `to` is not later. */
  openMs(from: number, to: number): number;
  /** The first instant by which `ms` of open time have passed since `from`; `null`: not within ten years. */
  dueAt(from: number, ms: number): number | null;
  /** The open stretch that holds `at`, else the next one; `null`: none within ten years. */
  openingAt(at: number): Span | null;
  /** The open stretches between two instants, cut to them. */
  spans(from: number, to: number): Span[];
};

/** Open stretches in order, none touching the next, and how much was open before each. */
type Table = Span & { starts: Float64Array; ends: Float64Array; openBefore: Float64Array };

const dayMs = 86_400_000;
/** How much is compiled on either side of what was asked for. */
const reachMs = 400 * dayMs;
const longestMs = 4000 * dayMs;

/**
 * Turns the versions of one calendar into sorted UTC stretches, so that a question is a binary search. The
 * stretches are made for the time that is asked about and kept; keep what this returns, too.
 */
export function openHours(versions: readonly CalendarVersion[]): OpenHours {
  const inForce = versionsInForce(versions);
  let table: Table | undefined;

  function reach(from: number, to: number): Table {
    if (table && from >= table.from && to <= table.to) return table;
    const wanted = {
      from: Math.min(from - reachMs, table?.from ?? from),
      to: Math.max(to + reachMs, table?.to ?? to),
    };
    table = compile(inForce, wanted);
    return table;
  }

  function findDue(from: number, ms: number): number | null {
    for (let horizon = reachMs; horizon <= longestMs; horizon *= 2) {
      const found = reach(from, from + horizon);
      const due = instantAtOpen(found, openUntil(found, from) + ms);
      if (due !== undefined) return due;
    }
    return null;
  }

  function findOpening(at: number): Span | null {
    for (let horizon = reachMs; horizon <= longestMs; horizon *= 2) {
      const found = reach(at, at + horizon);
      const index = lastStart(found, at);
      const next = index >= 0 && at < (found.ends[index] ?? 0) ? index : index + 1;
      const [from, to] = [found.starts[next], found.ends[next]];
      if (from !== undefined && to !== undefined) return { from, to };
    }
    return null;
  }

  return {
    openMs(from, to) {
      if (to <= from) return 0;
      const found = reach(from, to);
      return openUntil(found, to) - openUntil(found, from);
    },
    dueAt: (from, ms) => (ms <= 0 ? from : findDue(from, ms)),
    openingAt: findOpening,
    spans: (from, to) => (to <= from ? [] : cutSpans(reach(from, to), from, to)),
  };
}

/** Where the last stretch begins that begins at `at` or before; -1: none. */
function lastStart({ starts }: Table, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function cutSpans(table: Table, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let index = Math.max(0, lastStart(table, from)); index < table.starts.length; index++) {
    const start = Math.max(from, table.starts[index] ?? to);
    const end = Math.min(to, table.ends[index] ?? from);
    if (start >= to) break;
    if (start < end) spans.push({ from: start, to: end });
  }
  return spans;
}

/** Open time from the beginning of the table. */
function openUntil(table: Table, at: number): number {
  const index = lastStart(table, at);
  if (index < 0) return 0;
  const from = table.starts[index] ?? 0;
  return (table.openBefore[index] ?? 0) + Math.min(at, table.ends[index] ?? 0) - from;
}

/** The first instant by which this much was open. */
function instantAtOpen({ openBefore, starts, ends }: Table, open: number): number | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const atEnd = (openBefore[middle] ?? 0) + (ends[middle] ?? 0) - (starts[middle] ?? 0);
    if (atEnd < open) low = middle + 1;
    else high = middle;
  }
  const start = starts[low];
  return start === undefined ? undefined : start + open - (openBefore[low] ?? 0);
}

type InForce = CalendarVersion & Span;

/** Each version with the instants between which it holds. */
function versionsInForce(versions: readonly CalendarVersion[]): InForce[] {
  const inOrder = versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const begins = inOrder.map(({ effectiveFrom, hours }, index) =>
    index === 0 ? Number.NEGATIVE_INFINITY : midnightOf(effectiveFrom, hours.timeZone),
  );
  return inOrder.map((version, index) => ({
    ...version,
    from: begins[index] ?? Number.NEGATIVE_INFINITY,
    to: begins[index + 1] ?? Number.POSITIVE_INFINITY,
  }));
}

function compile(versions: readonly InForce[], span: Span): Table {
  const spans = versions.flatMap((version) => {
    const within = { from: Math.max(span.from, version.from), to: Math.min(span.to, version.to) };
    return within.from < within.to ? spansOf(version, within) : [];
  });
  const merged = mergeSpans(spans);
  const openBefore = new Float64Array(merged.length);
  let open = 0;
  for (const [index, { from, to }] of merged.entries()) {
    openBefore[index] = open;
    open += to - from;
  }
  const starts = Float64Array.from(merged, ({ from }) => from);
  const ends = Float64Array.from(merged, ({ to }) => to);
  return { ...span, starts, ends, openBefore };
}

/** The open stretches of one version, cut to `within`. A night of the day before may reach into it. */
function spansOf({ hours }: CalendarVersion, within: Span): Span[] {
  const special = new Map(hours.specialDays.map(({ date, periods }) => [date, periods]));
  const instantOf = wallClock(hours.timeZone, within);
  const last = dateAt(within.to, hours.timeZone);
  const spans: Span[] = [];
  let date = addDays(dateAt(within.from, hours.timeZone), -1);
  for (; date <= last; date = addDays(date, 1)) {
    const periods = special.get(date) ?? hours.week[weekdayOf(date) - 1] ?? [];
    for (const period of periods) {
      const minutes = minutesOf(period);
      const from = Math.max(instantOf(date, minutes.from), within.from);
      const to = Math.min(instantOf(date, minutes.to), within.to);
      if (from < to) spans.push({ from, to });
    }
  }
  return spans;
}

/** Touching stretches become one; a changing clock may also lay two over each other. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}
