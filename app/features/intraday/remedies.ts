import { overlap, type Span } from '../adherence/adherence.ts';
import { type BoardSlot, type Gap, isMissing, type Planned, worksIn } from './board.ts';
import { serve } from './serve.ts';

/** What the remedies know of a person beyond the board. */
export type Helper = Planned & {
  /** By shift, for each of its breaks, when it may begin. */
  breakWindows: ReadonlyMap<string, readonly (Span | null)[]>;
  /** What the law still lets him agree to on this day, minutes; nought too for whom it forbids overtime. */
  overtimeLeft: number;
  /** The rest that must lie between shifts, ms. */
  restMs: number;
  /** The end of his last shift before those of the board, and the start of the next after them. */
  lastEnd: number | null;
  nextStart: number | null;
};

/** `gain`: half hours of a person less missing, over all skills. */
export type Remedy = Span & {
  kind: 'move-break' | 'overtime' | 'call-in';
  userId: string;
  /** The shift that is changed; a call-in has none. */
  shiftId: string | null;
  /** Of a break: its place in the shift, and `from`…`to` is where it goes. */
  place: number | null;
  gain: number;
  overtimeLeft: number;
  /** Rest before and after that remains; null: longer than anybody asks. */
  restBeforeMs: number | null;
  restAfterMs: number | null;
};

const minuteMs = 60_000;
/** Nobody's break is moved that begins so soon; nobody is here sooner than in an hour and a half. */
const noticeMs = 15 * minuteMs;
const comingMs = 90 * minuteMs;
/** Who is called in is not called in for less. */
const callInMs = 4 * 60 * minuteMs;
const reachMs = 60 * minuteMs;
const order = ['move-break', 'overtime', 'call-in'];

/**
 * What could be done about a gap, the best first: what costs nothing before what costs rest, then what helps more, then
 * who has agreed to less this year.
 */
export function remediesFor(
  gap: Gap,
  board: readonly BoardSlot[],
  helpers: readonly Helper[],
  now: number,
): Remedy[] {
  const able = helpers.filter((one) => one.skills & (1 << gap.skill) && !isMissing(one, now));
  const found = able.flatMap((one) => [
    ...movedBreaks(gap, board, one, now),
    ...longerShifts(gap, board, one, now),
    ...calledIn(gap, board, one, now),
  ]);
  return found
    .filter(({ gain }) => gain > 0)
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.gain - a.gain ||
        b.overtimeLeft - a.overtimeLeft ||
        a.from - b.from,
    );
}

/** His break goes to the nearest place in its window where it leaves nobody missing. */
function movedBreaks(gap: Gap, board: readonly BoardSlot[], one: Helper, now: number): Remedy[] {
  return one.shifts.flatMap((shift) =>
    shift.breaks.flatMap((pause, place) => {
      const window = one.breakWindows.get(shift.id)?.[place];
      if (!window || overlap(pause, gap) === 0 || pause.from < now + noticeMs) return [];
      const length = pause.to - pause.from;
      const others = shift.breaks.filter((_, other) => other !== place);
      const moved = board
        .map(({ from }) => ({ from, to: from + length }))
        .filter(
          ({ from, to }) =>
            from >= Math.max(window.from, now + noticeMs) && from <= window.to && to <= shift.to,
        )
        .filter((span) => others.every((other) => overlap(span, other) === 0))
        .map((span) => {
          const after = { ...one, shifts: [{ ...shift, breaks: [...others, span] }] };
          return { ...span, gain: gainOf(board, one, after) };
        })
        .sort((a, b) => b.gain - a.gain || Math.abs(a.from - pause.from) - Math.abs(b.from - pause.from));
      return moved
        .slice(0, 1)
        .map((best) => ({ ...remedyOf('move-break', one, best), shiftId: shift.id, place }));
    }),
  );
}

/** He stays longer, or comes sooner, as far as the gap reaches and the law lets him. */
function longerShifts(gap: Gap, board: readonly BoardSlot[], one: Helper, now: number): Remedy[] {
  const most = one.overtimeLeft * minuteMs;
  return one.shifts.flatMap((shift) => {
    const stays = { from: shift.to, to: Math.min(gap.to, shift.to + most) };
    const comes = { from: Math.max(gap.from, shift.from - most), to: shift.from };
    const isLate = shift.to + reachMs >= gap.from && shift.to > now;
    const isEarly = shift.from - reachMs <= gap.to && comes.from >= now + comingMs;
    return [isLate ? stays : null, isEarly ? comes : null]
      .filter((span) => span !== null)
      .filter((span) => span.to > span.from && overlap(span, gap) > 0 && isRested(one, span))
      .map((span) => {
        const longer = { ...shift, from: Math.min(shift.from, span.from), to: Math.max(shift.to, span.to) };
        const gain = gainOf(board, one, { ...one, shifts: [longer] });
        return { ...remedyOf('overtime', one, { ...span, gain }), shiftId: shift.id };
      });
  });
}

/** He has no shift today and is rested. */
function calledIn(gap: Gap, board: readonly BoardSlot[], one: Helper, now: number): Remedy[] {
  const soonest = board.find(({ from }) => from >= Math.max(gap.from, now + comingMs))?.from;
  if (one.shifts.length > 0 || soonest === undefined || soonest >= gap.to) return [];
  const span = { from: soonest, to: soonest + callInMs };
  if (one.away.some((away) => overlap(away, span) > 0) || !isRested(one, span)) return [];
  const after = { ...one, shifts: [{ id: '', ...span, breaks: [] }] };
  return [remedyOf('call-in', one, { ...span, gain: gainOf(board, one, after) })];
}

function remedyOf(kind: Remedy['kind'], one: Helper, span: Span & { gain: number }): Remedy {
  const { userId, overtimeLeft, lastEnd, nextStart } = one;
  return {
    kind,
    userId,
    overtimeLeft,
    shiftId: null,
    place: null,
    ...span,
    restBeforeMs: lastEnd === null ? null : span.from - lastEnd,
    restAfterMs: nextStart === null ? null : nextStart - span.to,
  };
}

function isRested({ lastEnd, nextStart, restMs }: Helper, { from, to }: Span): boolean {
  return (lastEnd === null || from - lastEnd >= restMs) && (nextStart === null || nextStart - to >= restMs);
}

/** How many half hours of a person are missing less if his day were another. */
function gainOf(board: readonly BoardSlot[], before: Planned, after: Planned): number {
  return board.reduce((sum, slot) => {
    const [was, is] = [worksIn(before, slot), worksIn(after, slot)];
    if (was === is) return sum;
    const others = [...slot.masks];
    if (was) others.splice(others.indexOf(before.skills), 1);
    return (
      sum + servedBy(slot.needs, is ? [...others, after.skills] : others) - servedBy(slot.needs, slot.masks)
    );
  }, 0);
}

function servedBy(needs: readonly number[], masks: readonly number[]): number {
  return serve(needs, masks).reduce((sum, n) => sum + n, 0);
}
