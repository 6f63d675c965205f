import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { offers, offerUses } from '#db/tenant/schema/offer.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { makeLine, seededId, seedTime } from '#seeds/factories.ts';
import { offerInput } from './test-offers.ts';

/** An offer, its proposal to a line, and the talk in which that was made, all marked. */
export async function fillOffers(db: TenantDb, seed: number, marker: string) {
  const [offerId, useId, saveId] = [211, 212, 213].map((room) => seededId(seedTime, seed, room));
  if (!offerId || !useId || !saveId) throw new Error('No ids were made.');
  const lineId = makeLine(seed).id;
  const offer = { ...offerInput(seed, { id: offerId, name: `${marker} подарок` }), series: offerId };
  const made = {
    state: 'proposed',
    costKopecks: 10_000,
    by: marker,
    at: seedTime,
    changedAt: seedTime,
  } as const;
  await commit(db, [
    db.insert(offers).values({ ...offer, createdBy: marker, createdAt: seedTime }),
    db.insert(saveTalks).values({
      id: saveId,
      lineId,
      state: 'open',
      version: 1,
      wish: 'port-out',
      rival: `${marker} соперник`,
      clockOn: '2026-03-10',
      openedBy: marker,
      openedAt: seedTime,
      formToken: saveId,
    }),
    db.insert(offerUses).values({
      id: useId,
      offerId,
      series: offerId,
      lineId,
      saveId,
      formToken: useId,
      ...made,
    }),
  ]);
  return { offerId, useId, saveId };
}
