import type { BreakWindow, PlannedShift, ShiftProblem } from './shift-problem.ts';

/** Every shift that a template makes on a day, and every pinned one, in order of days; breaks are left to be placed. */
export type ShiftPattern = {
  day: number;
  start: number;
  end: number;
  template: number;
  /** Slots of work, paid breaks included. */
  worked: number;
  /** Places in `windows`. */
  windows: readonly number[];
  pinned: PlannedShift | null;
};

export type ShiftPatterns = {
  all: readonly ShiftPattern[];
  /** The first pattern of each day and, last, how many there are. */
  firstOfDay: Int32Array;
  windows: readonly BreakWindow[];
  /** By zone and pattern: whether the law sees a night shift, and the slots that count. */
  isNight: readonly Uint8Array[];
  counted: readonly Int16Array[];
};

export function patternsOf(problem: ShiftProblem): ShiftPatterns {
  const windows: BreakWindow[] = [];
  const windowOf = (one: BreakWindow) => {
    const isSame = (other: BreakWindow) =>
      other.slots === one.slots &&
      other.isPaid === one.isPaid &&
      other.earliest === one.earliest &&
      other.latest === one.latest;
    const known = windows.findIndex(isSame);
    return known >= 0 ? known : windows.push(one) - 1;
  };
  const all = problem.dates.flatMap((_, day) => [
    ...madeByTemplates(problem, day, windowOf),
    ...pinnedOn(problem, day, windowOf),
  ]);
  const firstOfDay = Int32Array.from({ length: problem.dates.length + 1 }, (_, day) => {
    const first = all.findIndex((pattern) => pattern.day >= day);
    return first < 0 ? all.length : first;
  });
  const isNight = problem.clocks.map((clock) => Uint8Array.from(all, (pattern) => nightMark(pattern, clock)));
  const counted = isNight.map((nights) =>
    Int16Array.from(all, (pattern, place) => countedSlots(problem, pattern, nights[place] === 1)),
  );
  return { all, firstOfDay, windows, isNight, counted };
}

function madeByTemplates(
  { templates, clocks, dayStarts }: ShiftProblem,
  day: number,
  windowOf: (window: BreakWindow) => number,
): ShiftPattern[] {
  const from = dayStarts[day] ?? 0;
  const to = dayStarts[day + 1] ?? 0;
  return templates.flatMap(({ starts, presences, breaks }, template) => {
    const own = breaks.map(windowOf);
    const unpaid = breaks.reduce((sum, { slots, isPaid }) => sum + (isPaid ? 0 : slots), 0);
    return starts.flatMap((wall) => {
      const start = clocks[0]?.indexOf(wall, from) ?? -1;
      if (start < 0 || start >= to) return [];
      return presences.map((presence) => ({
        day,
        start,
        end: start + presence,
        template,
        worked: presence - unpaid,
        windows: own,
        pinned: null,
      }));
    });
  });
}

function pinnedOn(
  { people }: ShiftProblem,
  day: number,
  windowOf: (window: BreakWindow) => number,
): ShiftPattern[] {
  const pinned = people.flatMap((person) => person.pinned.filter((shift) => shift.day === day));
  return pinned.map((shift) => {
    const { start, end, template, breaks } = shift;
    const windows = breaks.map(({ slots, isPaid, start: at }) =>
      windowOf({ slots, isPaid, earliest: at - start, latest: at - start }),
    );
    const unpaid = breaks.reduce((sum, { slots, isPaid }) => sum + (isPaid ? 0 : slots), 0);
    return { day, start, end, template, worked: end - start - unpaid, windows, pinned: shift };
  });
}

/** Half of it or more lies in 22–06. */
function nightMark({ start, end }: ShiftPattern, clock: readonly number[]): 0 | 1 {
  let nightly = 0;
  for (let slot = start; slot < end; slot += 1) {
    const wall = clock[slot] ?? 0;
    if (wall < 12 || wall >= 44) nightly += 1;
  }
  return 2 * nightly >= end - start ? 1 : 0;
}

function countedSlots({ rules, holidays }: ShiftProblem, { day, worked }: ShiftPattern, isNight: boolean) {
  const night = rules['night-shorter'];
  const eve = rules['holiday-eve-shorter'];
  const more =
    (isNight && night.mode !== 'off' ? night.value : 0) +
    (holidays[day + 1] === true && eve.mode !== 'off' ? eve.value : 0);
  return worked + Math.round(more / 30);
}
