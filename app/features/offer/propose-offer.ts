import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  countProposedInTalk,
  getOffer,
  getUse,
  getUseByFormToken,
  type OfferUseRow,
} from '#db/tenant/queries/offers.ts';
import { getSaveTalk } from '#db/tenant/queries/save-talks.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { faultOfOffer } from './eligibility.ts';
import { findBarToOffer } from './find-bar-to-offer.ts';
import { mostProposals } from './offer.ts';
import type { OfferRefusal } from './offer-refusal.ts';
import { readLineFacts, readMade } from './read-line-facts.ts';
import type { OfferDesk } from './save-offer.ts';

export type UseDesk = OfferDesk & { timeZone: string };

export const ProposalInput = z.strictObject({
  formToken: z.uuid(),
  offerId: z.uuid(),
  saveId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
});
export type ProposalInput = z.infer<typeof ProposalInput>;

/** Notes that an offer was proposed to a line. The same form proposes once. */
export async function proposeOffer(
  desk: UseDesk,
  input: ProposalInput & { lineId: string; campaignId?: string },
): Promise<Result<{ id: string }, OfferRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const earlier = await getUseByFormToken(db, input.formToken);
  if (earlier) return proposedBefore(earlier, input);
  const offer = await getOffer(db, input.offerId);
  if (!offer) return refuse({ code: 'offer-not-found' });
  const fault =
    (await faultOfTalk(desk, input)) ??
    (await faultOfLine(desk, input)) ??
    (await findBarToOffer(desk, input));
  if (fault) return refuse(fault);
  const { formToken, lineId, caseId, saveId, campaignId } = input;
  const id = uuid();
  const made = { state: 'proposed' as const, by: actor.userId, at: now, changedAt: now };
  const of = { offerId: offer.id, series: offer.series, costKopecks: offer.costKopecks };
  const written = await commit(
    db,
    [db.insert(offerUses).values({ id, formToken, lineId, caseId, saveId, campaignId, ...of, ...made })],
    [{ topic: 'offer', id: lineId }],
  );
  if (written.ok) return ok({ id });
  const sameForm = await getUseByFormToken(db, formToken);
  return sameForm ? proposedBefore(sameForm, input) : refuse({ code: 'conflict' });
}

function proposedBefore({ id, offerId, lineId }: OfferUseRow, input: ProposalInput & { lineId: string }) {
  const isSame = offerId === input.offerId && lineId === input.lineId;
  return isSame ? ok({ id }) : refuse({ code: 'form-reused' as const });
}

async function faultOfTalk(
  { db }: UseDesk,
  { saveId, lineId }: ProposalInput & { lineId: string },
): Promise<OfferRefusal | null> {
  if (!saveId) return null;
  const talk = await getSaveTalk(db, saveId);
  if (talk?.lineId !== lineId || talk.state !== 'open') return { code: 'talk-not-open' };
  const proposed = await countProposedInTalk(db, saveId);
  return proposed >= mostProposals ? { code: 'proposed-enough', most: mostProposals } : null;
}

async function faultOfLine(
  { db, now, timeZone }: UseDesk,
  { offerId, lineId }: ProposalInput & { lineId: string },
): Promise<OfferRefusal | null> {
  const [offer, line] = [await getOffer(db, offerId), await readLineFacts(db, lineId, { now, timeZone })];
  if (!offer) return { code: 'offer-not-found' };
  if (!line) return { code: 'line-not-found' };
  const why = faultOfOffer(offer, line, await readMade(db, offer, { lineId, now }), {
    now,
    proposedAt: null,
  });
  return why && { code: 'offer-unfit', why };
}

/** He said no. */
export async function declineOffer(
  { db, actor, now }: OfferDesk,
  { useId }: { useId: string },
): Promise<Result<null, OfferRefusal>> {
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const use = await getUse(db, useId);
  if (!use) return refuse({ code: 'use-not-found' });
  if (use.state === 'declined') return ok(null);
  const isProposed = and(eq(offerUses.id, useId), eq(offerUses.state, 'proposed'));
  const written = await commit(
    db,
    [db.update(offerUses).set({ state: 'declined', changedAt: now }).where(isProposed)],
    [{ topic: 'offer', id: use.lineId }],
  );
  if (!written.ok) return refuse({ code: 'conflict' });
  return written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'use-over', state: use.state });
}
