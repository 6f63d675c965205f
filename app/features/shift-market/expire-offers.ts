import { tellPeople } from '#app/features/notice/tell-people.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listOverOffers } from '#db/tenant/queries/shift-life.ts';
import { moveOffer, settled } from './exchange.ts';
import { decideOffer } from './offer-moves.ts';

const mostAtOnce = 100;

/** Ends the offers that can come to nothing any more. Whoever waited for one is told. Returns how many it ended. */
export async function expireOffers(db: TenantDb, now: Date): Promise<number> {
  let ended = 0;
  for (const { offer, date } of await listOverOffers(db, now, mostAtOnce)) {
    const decided = decideOffer(offer.state, 'expire', 'worker');
    if (!decided.ok) continue;
    const move = moveOffer({ db }, offer, { state: decided.to, decidedBy: 'worker', decidedAt: now });
    const told = { kind: 'shift' as const, news: 'offer-expired' as const, id: offer.id, date };
    const people = [offer.offeredBy, offer.takenBy ?? offer.offeredBy];
    const heard = tellPeople(db, people, { caseId: null, by: 'worker', at: now, told });
    const statements = [...move, ...settled({ db, now }, offer), ...heard];
    const written = await commit(db, statements, [{ topic: 'shift', id: offer.id }]);
    if (written.ok) ended += 1;
  }
  return ended;
}
