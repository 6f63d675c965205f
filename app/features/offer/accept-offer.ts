import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getOffer, getUse, type OfferUseRow } from '#db/tenant/queries/offers.ts';
import { getSaveTalk } from '#db/tenant/queries/save-talks.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { callUse } from './call-use.ts';
import { faultOfOffer } from './eligibility.ts';
import { findBarToOffer } from './find-bar-to-offer.ts';
import type { OfferRefusal } from './offer-refusal.ts';
import type { UseDesk } from './propose-offer.ts';
import { readLineFacts, readMade } from './read-line-facts.ts';

const mostTries = 8;

/**
 * He said yes: what was proposed is carried out, if it may still be made and the budget bears it. Accepted uses are
 * numbered, so that of two at once the second is counted after the first and the budget is never overdrawn.
 */
export async function acceptOffer(
  desk: UseDesk,
  { useId }: { useId: string },
): Promise<Result<null, OfferRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  for (let tries = 0; tries < mostTries; tries++) {
    const use = await getUse(db, useId);
    if (!use) return refuse({ code: 'use-not-found' });
    if (use.state === 'accepted' || use.state === 'done') return ok(null);
    if (use.state !== 'proposed') return refuse({ code: 'use-over', state: use.state });
    const bar = await findBarToOffer(desk, use);
    if (bar) return refuse(bar);
    const accepted = await tryToAccept(desk, use);
    if (accepted) return accepted;
  }
  return refuse({ code: 'conflict' });
}

/** Null: somebody was faster, it is to be looked at again. */
async function tryToAccept(
  { db, now, timeZone }: UseDesk,
  use: OfferUseRow,
): Promise<Result<null, OfferRefusal> | null> {
  const { id, lineId, offerId, saveId } = use;
  const talk = saveId ? await getSaveTalk(db, saveId) : null;
  if (talk && talk.state !== 'open') return refuse({ code: 'talk-not-open' });
  const [offer, line] = [await getOffer(db, offerId), await readLineFacts(db, lineId, { now, timeZone })];
  if (!offer) return refuse({ code: 'offer-not-found' });
  if (!line) return refuse({ code: 'line-not-found' });
  const made = await readMade(db, offer, { lineId, now });
  const why = faultOfOffer(offer, line, made, { now, proposedAt: use.at });
  if (why) return refuse({ code: 'offer-unfit', why });
  const isProposed = and(eq(offerUses.id, id), eq(offerUses.state, 'proposed'));
  const set = { state: 'accepted' as const, sequence: made.lastSequence + 1, changedAt: now };
  const written = await commit(
    db,
    [db.update(offerUses).set(set).where(isProposed), callUse(db, id, now)],
    [{ topic: 'offer', id: lineId }],
  );
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : null;
}
