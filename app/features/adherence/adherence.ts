import type { PresenceState } from '../routing/routing.ts';

/** Instants in epoch ms; `to` is not part of it. */
export type Span = { from: number; to: number };
export type PresenceSpan = Span & { state: PresenceState };
export type PlannedShift = Span & { breaks: readonly Span[] };

/** What the roster says of a moment and what a person did in it. */
export type Planned = 'work' | 'break';
export type Actual = 'working' | 'paused' | 'absent';
export type Stretch = Span & { planned: Planned; actual: Actual; isKept: boolean };

export type Adherence = {
  /** The shift so far, without what is excused, in stretches in which nothing changes. */
  stretches: Stretch[];
  /** Planned so far, ms. */
  plannedMs: number;
  /** Of it in the planned state, ms. */
  keptMs: number;
  plannedWorkMs: number;
  /** Work done so far, within an hour before and after the shift too, ms. */
  workedMs: number;
};

/** Work so near a shift is the shift's: who begins late may end late, ms. */
const aroundMs = 3_600_000;
const actualOf: Record<PresenceState, Actual> = {
  online: 'working',
  busy: 'working',
  away: 'paused',
  offline: 'absent',
};

/**
 * How a shift was kept up to `now`. Adherence is kept ÷ planned: time in the planned state over planned time
 * (domain.md). Conformance is worked ÷ planned work, whenever it was done. Where nothing is known of a person he was
 * absent. Who is absent during a break keeps his break. What is `excused` (sickness, leave) is no longer planned.
 * All in instants: a shift over midnight, a changed clock or two zones need no rule of their own.
 */
export function adherenceOf(
  shift: PlannedShift,
  presence: readonly PresenceSpan[],
  { excused, now }: { excused: readonly Span[]; now: number },
): Adherence {
  const edges = edgesOf([shift, ...shift.breaks, ...presence, ...excused], {
    from: shift.from,
    to: Math.min(shift.to, now),
  });
  const stretches: Stretch[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined || excused.some((span) => holds(span, from))) continue;
    stretches.push(stretchOf({ from, to }, shift, presence));
  }
  const around = { from: shift.from - aroundMs, to: Math.min(shift.to + aroundMs, now) };
  const atWork = presence.filter(({ state }) => actualOf[state] === 'working');
  return {
    stretches,
    plannedMs: lengthOf(stretches),
    keptMs: lengthOf(stretches.filter(({ isKept }) => isKept)),
    plannedWorkMs: lengthOf(stretches.filter(({ planned }) => planned === 'work')),
    workedMs: atWork.reduce((sum, span) => sum + overlap(span, around), 0),
  };
}

function stretchOf(span: Span, { breaks }: PlannedShift, presence: readonly PresenceSpan[]): Stretch {
  const planned = breaks.some((one) => holds(one, span.from)) ? 'break' : 'work';
  const state = presence.findLast((one) => holds(one, span.from))?.state ?? 'offline';
  const actual = actualOf[state];
  return { ...span, planned, actual, isKept: (planned === 'work') === (actual === 'working') };
}

/** Every moment within a span at which something begins or ends, its own two included. */
function edgesOf(spans: readonly Span[], { from, to }: Span): number[] {
  if (to <= from) return [];
  const inside = spans.flatMap((span) => [span.from, span.to]).filter((at) => at > from && at < to);
  return [...new Set([from, ...inside, to])].sort((a, b) => a - b);
}

function holds({ from, to }: Span, at: number): boolean {
  return from <= at && at < to;
}

/** How long two spans run together, ms. */
export function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** A share in thousandths; null: nothing was planned. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((1000 * part) / whole) : null;
}
