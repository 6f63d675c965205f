import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { consents, consentTexts, contactBars } from '#db/tenant/schema/outreach.ts';
import { makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A subscriber who is barred and has agreed to something, all marked. */
export async function fillOutreach(db: TenantDb, seed: number, marker: string, userId: string) {
  const [barId, consentId] = [180, 181].map((room) => seededId(seedTime, seed, room));
  if (!barId || !consentId) throw new Error('No ids were made.');
  const own = { subscriberId: makeSubscriber(seed).id, proof: `${marker} бумага` };
  const purpose = 'advertising' as const;
  await commit(db, [
    db.insert(contactBars).values({
      ...{ id: barId, ...own, kind: 'refusal', from: seedTime, setBy: userId, setAt: seedTime },
    }),
    db.insert(consentTexts).values({
      ...{ purpose, version: 1, text: `${marker} согласен`, savedBy: userId, savedAt: seedTime },
    }),
    db.insert(consents).values({
      ...{ id: consentId, ...own, purpose, textVersion: 1, givenAt: seedTime, recordedBy: userId },
    }),
  ]);
  return { barId, consentId };
}
