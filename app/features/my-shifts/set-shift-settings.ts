import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { shiftSettings } from '#db/tenant/schema/shift-life.ts';
import type { LifeAnswer } from './life-desk.ts';

const checked = z.literal('on').optional().transform(Boolean);
/** Boxes that were checked, and so many minutes before its end a shift gets no new work. */
export const SettingsForm = z.object({
  holdsOffShift: checked,
  approvesByRule: checked,
  lastMinutes: z.coerce
    .number<string>({ error: 'minutes' })
    .int({ error: 'minutes' })
    .min(0, 'minutes')
    .max(120, 'minutes'),
});

/** Says whether the roster rules who is given work, and whether a legal exchange needs a planner. */
export async function setShiftSettings(
  { db, actor, now }: ShiftDesk,
  settings: { holdsOffShift: boolean; approvesByRule: boolean; lastMinutes: number },
): LifeAnswer<null> {
  if (!can(actor, 'shift:write')) return refuse({ code: 'forbidden', action: 'shift:write' });
  const row = { id: uuid(), ...settings, changedAt: now, changedBy: actor.userId };
  await commit(db, [db.insert(shiftSettings).values(row)], [{ topic: 'shift', id: row.id }]);
  return ok(null);
}
