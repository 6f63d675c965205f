import { type PlacedShift, workMarks } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';
import type { PlannedShift } from './shift-problem.ts';

/**
 * The plan on the board as shifts. Who serves what in a half hour is dealt out so that people stay with what they served in
 * the one before; the numbers by skill are the board's, which are the cheapest.
 */
export function plannedShifts(board: ShiftBoard): PlannedShift[] {
  const { patterns, placed } = board;
  const all = placed.flatMap((own, person) => own.flat().map((shift) => ({ person, shift })));
  const serves = dealSkills(board, all);
  return all.map(({ person, shift }, place) => {
    const { day = 0, start = 0, end = 0, template = -1, windows = [] } = patterns.all[shift.pattern] ?? {};
    const breaks = windows.map((kind, which) => {
      const { slots = 1, isPaid = false } = patterns.windows[kind] ?? {};
      return { start: shift.breaks[which] ?? start, slots, isPaid };
    });
    return { person, day, start, end, template, breaks, serves: [...(serves[place] ?? [])] };
  });
}

type Placed = { person: number; shift: PlacedShift };

function dealSkills({ cover, patterns, problem }: ShiftBoard, all: readonly Placed[]): Int8Array[] {
  const { kindOf, skillsOf, servingOf } = cover;
  const horizon = problem.dayStarts.at(-1) ?? 0;
  const serves = all.map(({ shift }) => new Int8Array(shift.end - shift.start).fill(-1));
  const marks = all.map(({ shift }) => workMarks(patterns, shift));
  const working: number[][] = Array.from({ length: cover.slots }, () => []);
  for (const [place, { shift }] of all.entries())
    for (let slot = shift.start; slot < shift.end; slot += 1)
      if (marks[place]?.[slot - shift.start]) working[slot]?.push(place);
  const last = new Int32Array(all.length).fill(-1);
  for (const [slot, places] of working.entries()) {
    const left = skillsOf.map(
      (own, kind) => new Map(own.map((skill) => [skill, servingOf(kind, skill, slot)])),
    );
    const give = (place: number, skill: number) => {
      const { person, shift } = all[place] as Placed;
      const own = left[kindOf[person] ?? 0];
      own?.set(skill, (own.get(skill) ?? 0) - 1);
      serves[place]?.fill(skill, slot - shift.start, slot - shift.start + 1);
      last[place] = skill;
    };
    const leftFor = (place: number) =>
      left[kindOf[all[place]?.person ?? 0] ?? 0] ?? new Map<number, number>();
    const later = places.filter((place) => {
      const skill = last[place] ?? -1;
      const stays = (leftFor(place).get(skill) ?? 0) > 0;
      if (stays) give(place, skill);
      return !stays;
    });
    for (const place of later) {
      const own = leftFor(place);
      const some = [...own].find(([, count]) => count > 0)?.[0];
      const any = slot >= horizon ? [...own.keys()][0] : undefined;
      give(place, some ?? any ?? -1);
    }
  }
  return serves;
}
