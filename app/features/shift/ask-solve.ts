import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { getRoster, listTemplates, listWorkTerms, type RosterRow } from '#db/tenant/queries/shifts.ts';
import { rosters } from '#db/tenant/schema/shift.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';

/** How long the engine may look for better. */
export const SolveInput = z.object({ seconds: z.coerce.number().int().min(2).max(600) });

/** Sets the engine to work on a plan; what is pinned stays. `solveId`: names this run, so that a late one writes nothing. */
export async function askSolve(
  { db, actor, now }: ShiftDesk,
  rosterId: string,
  { seconds, solveId }: z.infer<typeof SolveInput> & { solveId: string },
): ShiftRefused<{ solveId: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const roster = await getRoster(db, rosterId);
  if (!roster) return refuse({ code: 'roster-not-found' });
  if (roster.state === 'retired') return refuse({ code: 'roster-retired' });
  if (roster.solveId !== null) return refuse({ code: 'roster-solving' });
  const isReady = (await listTemplates(db)).length > 0 && (await listWorkTerms(db)).length > 0;
  if (!isReady) return refuse({ code: 'nothing-to-solve' });
  const isFree = and(eq(rosters.id, rosterId), isNull(rosters.solveId));
  const asked = { state: 'solving' as const, solveId, solveSeenAt: null, outcome: null };
  const payload = { rosterId, solveId, seconds, by: actor.userId };
  const work = {
    queue: 'roster-solve',
    payload,
    gate: 'roster-solve',
    lane: 'interactive' as const,
    dueAt: now,
  };
  const written = await commit(db, [db.update(rosters).set(asked).where(isFree), callFor(db, work, now)]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ solveId }) : refuse({ code: 'roster-solving' });
}

/** Asks the engine to stop; its best plan so far is taken. A run that has not begun ends without one. */
export async function endSolve({ db, actor }: ShiftDesk, rosterId: string): ShiftRefused<{ id: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const roster = await getRoster(db, rosterId);
  if (!roster) return refuse({ code: 'roster-not-found' });
  const isAtWork = and(eq(rosters.id, rosterId), eq(rosters.state, 'solving'));
  await commit(db, [
    db
      .update(rosters)
      .set({ state: restingState(roster) })
      .where(isAtWork),
  ]);
  return ok({ id: rosterId });
}

/** What a plan is when the engine is not at work on it. */
export function restingState({
  publishedAt,
  version,
}: Pick<RosterRow, 'publishedAt' | 'version'>): RosterRow['state'] {
  if (publishedAt !== null) return 'published';
  return version > 0 ? 'ready' : 'draft';
}
