import type { PlannedShift, ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import type { UnservedShift } from './serve-skills.ts';
import type { ShiftFacts } from './shift.ts';

export type StoredShift = Omit<ShiftFacts, 'id'> & { id: string; isPinned: boolean };

/** Shifts as the engine counts them, slots from `startsAt`. Those of people or dates that the problem does not know are left out. */
export function toUnserved(
  problem: ShiftProblem,
  startsAt: number,
  shifts: readonly Omit<StoredShift, 'id' | 'isPinned'>[],
): UnservedShift[] {
  const places = new Map(problem.people.map(({ id }, place) => [id, place]));
  const slotAt = (at: number) => Math.round((at - startsAt) / slotMs);
  return shifts.flatMap((shift) => {
    const [person, day] = [places.get(shift.userId), problem.dates.indexOf(shift.date)];
    if (person === undefined || day < 0) return [];
    const [start, end] = [slotAt(shift.startsAt.getTime()), slotAt(shift.endsAt.getTime())];
    const breaks = shift.breaks.map((one) => ({
      start: slotAt(one.startsAt),
      slots: Math.round((one.endsAt - one.startsAt) / slotMs),
      isPaid: one.isPaid,
    }));
    const skill = problem.skills.findIndex(({ id }) => id === shift.skill);
    const template = templateOf(problem, shift.templateId, { start, end });
    return [{ person, day, start, end, template, breaks, skill: skill < 0 ? null : skill }];
  });
}

/** One moved away from its template's hours counts as made by hand. */
function templateOf(
  { templates, clocks }: ShiftProblem,
  templateId: string | null,
  { start, end }: { start: number; end: number },
): number {
  return templates.findIndex(
    ({ id, starts, presences }) =>
      id === templateId && starts.includes(clocks[0]?.[start] ?? -1) && presences.includes(end - start),
  );
}

/** The engine's shift as it is kept. A shift that serves several skills is for any. */
export function toFacts(
  { people, dates, skills, templates }: ShiftProblem,
  startsAt: number,
  { person, day, start, end, template, breaks, serves }: PlannedShift,
): Omit<ShiftFacts, 'id'> {
  const at = (slot: number) => startsAt + slot * slotMs;
  const served = new Set(serves.filter((skill) => skill >= 0));
  const [only] = served.size === 1 ? [...served] : [];
  return {
    userId: people[person]?.id ?? '',
    date: dates[day] ?? '',
    startsAt: new Date(at(start)),
    endsAt: new Date(at(end)),
    breaks: breaks.map((one) => ({
      startsAt: at(one.start),
      endsAt: at(one.start + one.slots),
      isPaid: one.isPaid,
    })),
    skill: only === undefined ? null : (skills[only]?.id ?? null) || null,
    templateId: templates[template]?.id ?? null,
  };
}
