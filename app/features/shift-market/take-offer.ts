import { can } from '#app/features/access/can.ts';
import { type LifeAnswer, notOwn, planningOthers } from '#app/features/my-shifts/life-desk.ts';
import type { ShiftNews } from '#app/features/notice/notice.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  carriedOut,
  type Exchange,
  findExchange,
  judgeOf,
  moveOffer,
  settled,
  tellBoth,
  tries,
} from './exchange.ts';
import { decideOffer } from './offer-moves.ts';

/**
 * Somebody takes an offered shift. What is legal and leaves no new gap is carried out with that, all else waits for a
 * planner. Of two who take it at once one has it.
 */
export async function takeOffer(
  desk: ShiftDesk,
  { offerId }: { offerId: string },
): LifeAnswer<{ state: 'taken' | 'approved' }> {
  const { actor } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = await findExchange(desk, offerId);
    if (!found.ok) return found;
    const { offer, wanted } = found.value;
    if (offer.offeredBy === actor.userId || (wanted && wanted.userId !== actor.userId))
      return refuse({ code: 'swap-unfit' });
    const taken = decideOffer(offer.state, 'take', 'colleague');
    if (!taken.ok) return taken;
    const verdict = await judgeOf(desk, found.value, actor.userId);
    if (verdict.kind === 'illegal') return refuse({ code: 'exchange-illegal', rules: verdict.rules });
    const done = verdict.kind === 'rule' ? await approveAtOnce(desk, found.value) : null;
    if (done === 'written') return ok({ state: 'approved' });
    if (done === 'raced') continue;
    if (await askPlanners(desk, found.value)) return ok({ state: 'taken' });
  }
  return refuse({ code: 'conflict' });
}

/** Null: the engine is at work on the plan, so a planner has to look at it. */
async function approveAtOnce(desk: ShiftDesk, exchange: Exchange): Promise<'written' | 'raced' | null> {
  const { db, actor, now } = desk;
  const carried = await carriedOut(desk, exchange, actor.userId);
  if (!carried) return null;
  const { offer } = exchange;
  const taken = { takenBy: actor.userId, decidedBy: 'rule', decidedAt: now };
  const move = moveOffer(desk, offer, { state: 'approved', ...taken });
  const heard = [...settled(desk, offer), ...tellBoth(desk, exchange, actor.userId, 'offer-approved')];
  const written = await commit(db, [...move, ...carried, ...heard], [{ topic: 'shift', id: offer.id }]);
  return written.ok ? 'written' : 'raced';
}

async function askPlanners(desk: ShiftDesk, { offer, shift }: Exchange): Promise<boolean> {
  const { db, actor, now } = desk;
  const news = (people: string[], what: ShiftNews) => {
    const told = { kind: 'shift' as const, news: what, id: `${offer.id}:${offer.version}`, date: shift.date };
    return tellPeople(db, people, { caseId: null, by: actor.userId, at: now, told });
  };
  const heard = [
    ...news(await planningOthers(desk), 'offer-asked'),
    ...news([offer.offeredBy], 'offer-taken'),
  ];
  const move = moveOffer(desk, offer, { state: 'taken', takenBy: actor.userId });
  const written = await commit(db, [...move, ...heard], [{ topic: 'shift', id: offer.id }]);
  return written.ok;
}
