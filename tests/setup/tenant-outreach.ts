import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  consents,
  consentTexts,
  contactBars,
  letterFiles,
  outreachAttempts,
} from '#db/tenant/schema/outreach.ts';
import { makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A subscriber who is barred, has agreed to something and was written a letter, all marked. */
export async function fillOutreach(db: TenantDb, seed: number, marker: string, userId: string) {
  const [barId, consentId, letterFileId] = [180, 181, 182].map((room) => seededId(seedTime, seed, room));
  if (!barId || !consentId || !letterFileId) throw new Error('No ids were made.');
  const own = { subscriberId: makeSubscriber(seed).id, proof: `${marker} бумага` };
  const purpose = 'advertising' as const;
  await commit(db, [
    db.insert(contactBars).values({
      id: barId,
      ...own,
      kind: 'refusal',
      from: seedTime,
      setBy: userId,
      setAt: seedTime,
    }),
    db.insert(consentTexts).values({
      purpose,
      version: 1,
      text: `${marker} согласен`,
      savedBy: userId,
      savedAt: seedTime,
    }),
    db.insert(consents).values({
      id: consentId,
      ...own,
      purpose,
      textVersion: 1,
      givenAt: seedTime,
      recordedBy: userId,
    }),
    db.insert(letterFiles).values({ id: letterFileId, letters: 1, madeBy: userId, madeAt: seedTime }),
    db.insert(outreachAttempts).values({
      id: letterFileId,
      subscriberId: own.subscriberId,
      sequence: 900,
      letterFileId,
      state: 'sent',
      purpose: 'service',
      channel: 'letter',
      address: marker,
      content: `${marker} письмо`,
      timeZone: 'unknown',
      sendKey: `letter-${marker}`,
      by: userId,
      at: seedTime,
    }),
  ]);
  return { barId, consentId, letterFileId };
}
