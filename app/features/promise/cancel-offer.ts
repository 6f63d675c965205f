import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getPlan, getPromise, type PlanRow, type PromiseRow } from '#db/tenant/queries/promises.ts';
import { instalmentPlans } from '#db/tenant/schema/ladder.ts';
import { callDebtReaction } from './call-reaction.ts';
import { endPromise, type OfferDesk } from './make-promise.ts';
import type { PromiseRefusal } from './promise-refusal.ts';

/** Takes back a promise that was taken by mistake: the ladder goes on at once. */
export async function cancelPromise(
  desk: OfferDesk,
  promiseId: string,
): Promise<Result<null, PromiseRefusal>> {
  const promise = await getPromise(desk.db, promiseId);
  return endOffer(desk, promise, endPromise(desk.db, promiseId, 'cancelled', desk.now));
}

/** Ends a plan before its time; what is not yet paid is owed as before. */
export async function cancelPlan(desk: OfferDesk, planId: string): Promise<Result<null, PromiseRefusal>> {
  const { db, now } = desk;
  const end = db
    .update(instalmentPlans)
    .set({ state: 'cancelled', endedAt: now })
    .where(and(eq(instalmentPlans.id, planId), eq(instalmentPlans.state, 'open')));
  return endOffer(desk, await getPlan(db, planId), end);
}

async function endOffer(
  { db, actor, now }: OfferDesk,
  offer: PromiseRow | PlanRow | null,
  end: Statement,
): Promise<Result<null, PromiseRefusal>> {
  if (!can(actor, 'debt:promise')) return refuse({ code: 'forbidden', action: 'debt:promise' });
  if (!offer) return refuse({ code: 'promise-not-found' });
  if (offer.state !== 'open') return refuse({ code: 'promise-over' });
  const written = await commit(
    db,
    [end, callDebtReaction(db, offer.receivableId, now)],
    [{ topic: 'receivable', id: offer.receivableId }],
  );
  if (!written.ok) return refuse({ code: 'conflict' });
  return written.results[0]?.rowsAffected === 0 ? refuse({ code: 'promise-over' }) : ok(null);
}
