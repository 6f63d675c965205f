import { eq } from 'drizzle-orm';
import type { LifeRefusal } from '#app/features/my-shifts/life-refusal.ts';
import type { ShiftNews } from '#app/features/notice/notice.ts';
import { settleNotices, tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Statement } from '#db/commit.ts';
import { stillVersion } from '#db/still-version.ts';
import { getOffer, getPublished, type OfferRow } from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { shiftOffers } from '#db/tenant/schema/shift.ts';
import { exchangeStatements, handingsOf } from './carry-out.ts';
import { judgeExchange, type Verdict } from './judge-exchange.ts';
import { readExchange } from './read-exchange.ts';

export type Exchange = { offer: OfferRow; shift: PublishedShiftRow; wanted: PublishedShiftRow | null };
/** A race with a publishing or an edit of the plan is tried again so often. */
export const tries = 4;

/** The offer with the shifts it is about, as they are now. */
export async function findExchange(
  { db, now }: ShiftDesk,
  offerId: string,
): Promise<Result<Exchange, LifeRefusal>> {
  const offer = await getOffer(db, offerId);
  if (!offer) return refuse({ code: 'offer-not-found' });
  const shift = await getPublished(db, offer.shiftId);
  const wanted = offer.wantedShiftId === null ? null : await getPublished(db, offer.wantedShiftId);
  const isOver = (one: PublishedShiftRow | null) => !one || one.cancelledAt !== null || one.startsAt <= now;
  if (!shift || isOver(shift) || shift.userId !== offer.offeredBy) return refuse({ code: 'own-shift-over' });
  if (offer.wantedShiftId !== null && isOver(wanted)) return refuse({ code: 'own-shift-over' });
  return ok({ offer, shift, wanted });
}

export async function judgeOf(
  desk: ShiftDesk,
  { offer, shift, wanted }: Exchange,
  taker: string,
): Promise<Verdict> {
  const { facts, approvesByRule } = await readExchange(desk, wanted ? [shift, wanted] : [shift]);
  const handings = handingsOf(offer, { own: shift.id, wanted: wanted?.id ?? null }, taker);
  return judgeExchange(facts, handings, { approvesByRule });
}

export function carriedOut({ db, actor, now }: ShiftDesk, { offer, shift, wanted }: Exchange, taker: string) {
  const handings = [{ shift, to: taker }, ...(wanted ? [{ shift: wanted, to: offer.offeredBy }] : [])];
  return exchangeStatements(db, handings, { by: actor.userId, at: now });
}

export function moveOffer(
  { db }: Pick<ShiftDesk, 'db'>,
  { id, version }: OfferRow,
  set: Partial<OfferRow>,
): Statement[] {
  const change = db
    .update(shiftOffers)
    .set({ ...set, version: version + 1 })
    .where(eq(shiftOffers.id, id));
  return [stillVersion(db, shiftOffers, { id, version }), change];
}

export function decidedBy({ actor, now }: ShiftDesk) {
  return { decidedBy: actor.userId, decidedAt: now };
}

/** What the planners and the owner of a wanted shift were asked needs no answer any more. */
export function settled({ db, now }: Pick<ShiftDesk, 'db' | 'now'>, { id, version }: OfferRow): Statement[] {
  return [
    settleNotices(db, 'shift', `${id}:${version - 1} offer-asked`, now),
    settleNotices(db, 'shift', `${id} swap-wanted`, now),
  ];
}

export function tellBoth(
  { db, actor, now }: ShiftDesk,
  { offer, shift }: Exchange,
  taker: string,
  news: ShiftNews,
) {
  const people = [offer.offeredBy, taker].filter((userId) => userId !== actor.userId);
  const told = { kind: 'shift' as const, news, id: offer.id, date: shift.date };
  return tellPeople(db, people, { caseId: null, by: actor.userId, at: now, told });
}
