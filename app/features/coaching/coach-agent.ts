import { and, eq, ne } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { dayOf } from '#app/features/points/season.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { getCoaching } from '#db/tenant/queries/coaching.ts';
import { coachingTasks } from '#db/tenant/schema/coaching.ts';
import type { CoachingInput, CoachingRefusal, RecheckInput } from './coaching.ts';

type CoachDesk = ReviewDesk & { control: ControlDb; timeZone: string };
type Refused = Promise<Result<null, CoachingRefusal>>;

/** Sets an agent something to practise, by when, and the day on which somebody looks again. */
export async function coachAgent(
  { db, control, actor, now, timeZone }: CoachDesk,
  { itemId, ...input }: CoachingInput & { id: string },
): Refused {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  if (input.agentId === actor.userId) return refuse({ code: 'not-oneself' });
  if (!(await isColleague(control, db.tenantId, input.agentId))) return refuse({ code: 'person-not-found' });
  if (input.dueOn < dayOf(now, timeZone)) return refuse({ code: 'coaching-in-the-past' });
  const made = { createdBy: actor.userId, createdAt: now };
  const row = { ...input, itemId: itemId || null, state: 'open' as const, ...made };
  await commit(db, [db.insert(coachingTasks).values(row)]);
  return ok(null);
}

/** The agent says that he has practised it. */
export async function finishCoaching({ db, actor, now }: ReviewDesk, id: string): Refused {
  if (!can(actor, 'review:own')) return refuse({ code: 'forbidden', action: 'review:own' });
  const task = await getCoaching(db, id);
  if (!task || task.agentId !== actor.userId) return refuse({ code: 'coaching-not-found' });
  const isOpen = and(eq(coachingTasks.id, id), eq(coachingTasks.state, 'open'));
  const written = await commit(db, [
    db.update(coachingTasks).set({ state: 'done', doneAt: now }).where(isOpen),
  ]);
  return written.ok && written.results[0]?.rowsAffected === 1
    ? ok(null)
    : refuse({ code: 'coaching-not-open' });
}

/** Somebody looks again on the day, once, and says what has come of it. */
export async function recheckCoaching(
  { db, actor, now, timeZone }: Omit<CoachDesk, 'control'>,
  id: string,
  input: RecheckInput,
): Refused {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const task = await getCoaching(db, id);
  if (!task) return refuse({ code: 'coaching-not-found' });
  if (task.agentId === actor.userId) return refuse({ code: 'not-oneself' });
  if (dayOf(now, timeZone) < task.recheckOn) return refuse({ code: 'recheck-too-early' });
  const looked = { ...input, state: 'rechecked' as const, recheckedBy: actor.userId, recheckedAt: now };
  const isWaiting = and(eq(coachingTasks.id, id), ne(coachingTasks.state, 'rechecked'));
  const written = await commit(db, [db.update(coachingTasks).set(looked).where(isWaiting)]);
  return written.ok && written.results[0]?.rowsAffected === 1
    ? ok(null)
    : refuse({ code: 'coaching-not-open' });
}
