import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import type { TenantDb } from '#db/open.ts';
import { wallHalfHours } from './half-hours.ts';

/** How many are needed on the roster; `slots` and `agents` stand side by side, in half hours of elapsed time. */
export type Need = {
  /** `minute`: of the wall clock. */
  slots: { on: string; minute: number }[];
  /** `skill`: a carrier, or empty for work that needs none. */
  skills: { skill: string; agents: number[] }[];
};

/** Of all queues together, from the date `from` until before `to`. */
export async function readNeed(
  { db, timeZone }: { db: TenantDb; timeZone: string },
  span: { from: string; to: string },
): Promise<Need> {
  const { skills, dayStarts, bySkillAndSlot } = await readRequirement(db, timeZone, span);
  const slots = Array.from({ length: daysBetween(span.from, span.to) }, (_, day) => {
    const on = addDays(span.from, day);
    const count = (dayStarts[day + 1] ?? 0) - (dayStarts[day] ?? 0);
    return wallHalfHours(on, timeZone, count).map((slot) => ({ on, minute: slot * 30 }));
  });
  return {
    slots: slots.flat(),
    skills: skills.map((skill, place) => ({ skill, agents: bySkillAndSlot[place] ?? [] })),
  };
}
