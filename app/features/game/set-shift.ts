import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dayOf } from '#app/features/points/season.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { shiftLengths } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

export const ShiftInput = z.object({
  agentId: z.string().min(1, { error: 'required' }),
  hours: z.coerce.number().int({ error: 'count' }).min(1, { error: 'count' }).max(24, { error: 'count' }),
});

/** How long somebody's shift is, from tomorrow on: what was earned before keeps its weight. */
export async function setShift(
  { db, control, actor, now, timeZone }: GameDesk & { control: ControlDb },
  { agentId, hours }: z.infer<typeof ShiftInput>,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  if (!(await isColleague(control, db.tenantId, agentId))) return refuse({ code: 'person-not-found' });
  const set = { hours, setBy: actor.userId };
  const row = db
    .insert(shiftLengths)
    .values({ agentId, from: addDays(dayOf(now, timeZone), 1), ...set })
    .onConflictDoUpdate({ target: [shiftLengths.agentId, shiftLengths.from], set });
  const written = await commit(db, [row]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
