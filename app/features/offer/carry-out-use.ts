import { and, eq } from 'drizzle-orm';
import type { DraftInput } from '#app/features/request/draft-request.ts';
import type { Payload } from '#app/features/request/request.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import type { Result } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getOffer, getUse, type OfferRow, type OfferUseRow } from '#db/tenant/queries/offers.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { afterRefusal } from './after-refusal.ts';
import { orderTokenOf } from './call-use.ts';

/** Both do at most once what they are asked twice by the same token. `by`: in whose name. */
export type Deeds = {
  order(input: DraftInput, by: string): Promise<Result<{ id: string }, RequestRefusal>>;
  /** Books money in favour of a line; `false`: the books know no account of it. */
  credit(input: { lineId: string; kopecks: number; token: string; note: string }): Promise<boolean>;
};
export type CarryDesk = { db: TenantDb; deeds: Deeds; now: Date };

/**
 * Carries an accepted use as far as it goes now: orders its change, books its credit, closes it by the result of its
 * request. Asked twice, or late, nothing is done twice. `againMs`: after how long it wants to be asked again. Null:
 * there is no such use.
 */
export async function carryOutUse(
  desk: CarryDesk,
  useId: string,
): Promise<{ againMs: number | null } | null> {
  const use = await getUse(desk.db, useId);
  const offer = use && (await getOffer(desk.db, use.offerId));
  if (!use || !offer) return null;
  if (use.state !== 'accepted') return { againMs: null };
  if (use.requestId) return closeByRequest(desk, use, use.requestId);
  if (offer.payload) return order(desk, use, offer.payload);
  return credit(desk, use, offer);
}

async function closeByRequest(desk: CarryDesk, use: OfferUseRow, requestId: string) {
  const request = await getRequest(desk.db, requestId);
  if (request?.state === 'done') await close(desk, use, { state: 'done' });
  if (request?.state === 'refused' || request?.state === 'cancelled')
    await close(desk, use, { state: 'failed', why: `request-${request.state}` });
  return { againMs: null };
}

async function order(desk: CarryDesk, use: OfferUseRow, payload: Payload) {
  const formToken = orderTokenOf(use.id);
  const ordered = await desk.deeds.order({ lineId: use.lineId, payload, formToken }, use.by);
  if (ordered.ok) {
    await close(desk, use, { requestId: ordered.value.id });
    return closeByRequest(desk, use, ordered.value.id);
  }
  const next = afterRefusal(ordered.error);
  if (next.do === 'again') return { againMs: next.ms };
  await close(desk, use, { state: 'failed', why: next.why });
  return { againMs: null };
}

/** Where the books know no account of the line, its money is at the carrier, and a person sees to it. */
async function credit(desk: CarryDesk, use: OfferUseRow, { name, creditKopecks }: OfferRow) {
  const { id, lineId } = use;
  const isBooked = await desk.deeds.credit({
    lineId,
    kopecks: creditKopecks,
    token: orderTokenOf(id),
    note: name,
  });
  if (!isBooked) return order(desk, use, { kind: 'other', task: `${name}: +${creditKopecks / 100} ₽` });
  await close(desk, use, { state: 'done' });
  return { againMs: null };
}

async function close({ db, now }: CarryDesk, use: OfferUseRow, set: Partial<OfferUseRow>): Promise<void> {
  const isAccepted = and(eq(offerUses.id, use.id), eq(offerUses.state, 'accepted'));
  const changes = [{ topic: 'offer', id: use.lineId }];
  await commit(
    db,
    [
      db
        .update(offerUses)
        .set({ ...set, changedAt: now })
        .where(isAccepted),
    ],
    changes,
  );
}
