import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listRostersWithin } from '#db/tenant/queries/shifts.ts';
import { rosters } from '#db/tenant/schema/shift.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';

/** `from`: its first day, `weeks`: how many it spans. */
export const NewRoster = z.object({
  from: z.iso.date('date'),
  weeks: z.coerce.number<string>().int().min(1).max(6),
});

/** Begins an empty plan of some weeks. */
export async function draftRoster(
  { db, actor, now }: ShiftDesk,
  { id, from, weeks }: z.infer<typeof NewRoster> & { id: string },
): ShiftRefused<{ id: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const to = addDays(from, weeks * 7);
  const [other] = await listRostersWithin(db, { from, to });
  if (other) return refuse({ code: 'roster-overlaps', from: other.fromDate, to: other.toDate });
  const begun = { state: 'draft' as const, version: 0, seed: 1, createdBy: actor.userId, createdAt: now };
  const row = { id, fromDate: from, toDate: to, ...begun };
  const written = await commit(db, [db.insert(rosters).values(row)], [{ topic: 'roster', id }]);
  return written.ok ? ok({ id }) : refuse({ code: 'roster-overlaps', from, to });
}
