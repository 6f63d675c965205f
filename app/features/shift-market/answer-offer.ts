import { can } from '#app/features/access/can.ts';
import type { LifeAnswer } from '#app/features/my-shifts/life-desk.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getOffer, getPublished, type OfferRow } from '#db/tenant/queries/shift-life.ts';
import {
  carriedOut,
  decidedBy,
  findExchange,
  judgeOf,
  moveOffer,
  settled,
  tellBoth,
  tries,
} from './exchange.ts';
import { decideOffer, type OfferMove, type OfferSide } from './offer-moves.ts';

/** A planner says yes: what has become illegal meanwhile is not carried out. */
export async function approveOffer(desk: ShiftDesk, { offerId }: { offerId: string }): LifeAnswer<null> {
  const { db, actor } = desk;
  if (!can(actor, 'shift:approve')) return refuse({ code: 'forbidden', action: 'shift:approve' });
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = await findExchange(desk, offerId);
    if (!found.ok) return found;
    const { offer } = found.value;
    if (offer.offeredBy === actor.userId || offer.takenBy === actor.userId)
      return refuse({ code: 'own-ask' });
    const decided = decideOffer(offer.state, 'approve', 'planner');
    if (!decided.ok) return decided;
    const taker = offer.takenBy ?? '';
    const verdict = await judgeOf(desk, found.value, taker);
    if (verdict.kind === 'illegal') return refuse({ code: 'exchange-illegal', rules: verdict.rules });
    const carried = await carriedOut(desk, found.value, taker);
    if (!carried) return refuse({ code: 'plan-solving' });
    const move = moveOffer(desk, offer, { state: 'approved', ...decidedBy(desk) });
    const heard = [...settled(desk, offer), ...tellBoth(desk, found.value, taker, 'offer-approved')];
    const written = await commit(db, [...move, ...carried, ...heard], [{ topic: 'shift', id: offer.id }]);
    if (written.ok) return ok(null);
  }
  return refuse({ code: 'conflict' });
}

/** A planner says no, its owner takes it back, or who took it lets it go again. */
export async function endOffer(
  desk: ShiftDesk,
  {
    offerId,
    move,
    reason = '',
  }: { offerId: string; move: Extract<OfferMove, 'refuse' | 'withdraw' | 'release'>; reason?: string },
): LifeAnswer<null> {
  const { db, actor } = desk;
  const offer = await getOffer(db, offerId);
  if (!offer) return refuse({ code: 'offer-not-found' });
  const side = sideOf(desk, offer, move);
  if (side === null)
    return refuse({ code: 'forbidden', action: move === 'refuse' ? 'shift:approve' : 'shift:own' });
  const decided = decideOffer(offer.state, move, side);
  if (!decided.ok) return decided;
  const set = move === 'release' ? { takenBy: null } : { ...decidedBy(desk), refusal: reason || null };
  const shift = await getPublished(db, offer.shiftId);
  const told = {
    kind: 'shift' as const,
    news: 'offer-refused' as const,
    id: `${offer.id}:${offer.version}`,
    date: shift?.date ?? '',
  };
  const people = [offer.offeredBy, offer.takenBy ?? offer.offeredBy];
  const heard =
    move === 'refuse' ? tellPeople(db, people, { caseId: null, by: actor.userId, at: desk.now, told }) : [];
  const statements = [
    ...moveOffer(desk, offer, { state: decided.to, ...set }),
    ...settled(desk, offer),
    ...heard,
  ];
  const written = await commit(db, statements, [{ topic: 'shift', id: offer.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

function sideOf({ actor }: ShiftDesk, offer: OfferRow, move: OfferMove): OfferSide | null {
  if (move === 'refuse') return can(actor, 'shift:approve') ? 'planner' : null;
  if (move === 'withdraw') return offer.offeredBy === actor.userId ? 'owner' : null;
  return offer.takenBy === actor.userId ? 'taker' : null;
}
