import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getRoster, type RosterRow } from '#db/tenant/queries/shifts.ts';
import { editStatements, type RosterEdit } from './roster-statements.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';

type Written = { version: number; changeId: string };

/** So often a change that another overtook is decided anew. */
const tries = 4;

/**
 * Changes a plan as `decide` says, looking at it as it now is. Each change takes the next number of its roster, so of two at
 * once one is decided again after the other was written, and nothing is lost.
 */
export async function changeRoster(
  desk: ShiftDesk,
  rosterId: string,
  decide: (roster: RosterRow) => ShiftRefused<RosterEdit>,
): ShiftRefused<Written> {
  if (!can(desk.actor, 'shift:write')) return refuse(notAllowed);
  for (let attempt = 0; attempt < tries; attempt++) {
    const roster = await getRoster(desk.db, rosterId);
    if (!roster) return refuse({ code: 'roster-not-found' });
    if (roster.state === 'retired') return refuse({ code: 'roster-retired' });
    if (roster.solveId !== null) return refuse({ code: 'roster-solving' });
    const edit = await decide(roster);
    if (!edit.ok) return edit;
    const changeId = uuid();
    const statements = editStatements(desk.db, roster, edit.value, {
      id: changeId,
      by: desk.actor.userId,
      at: desk.now,
    });
    const written = await commit(desk.db, statements, [{ topic: 'roster', id: rosterId }]);
    if (written.ok) return ok({ version: roster.version + 1, changeId });
    if (written.conflict.includes('shifts.user_id'))
      return refuse({ code: 'day-taken', date: edit.value.after[0]?.date ?? '' });
  }
  return refuse({ code: 'conflict' });
}
