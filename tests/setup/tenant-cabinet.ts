import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** What a subscriber was told in his cabinet, marked. */
export async function fillCabinet(db: TenantDb, seed: number, marker: string, receivableId: string) {
  const [attemptId, ownNoticeId] = [190, 191].map((room) => seededId(seedTime, seed, room));
  if (!attemptId || !ownNoticeId) throw new Error('No ids were made.');
  const subscriberId = makeSubscriber(seed).id;
  const content = `${marker} напоминание`;
  const told = { subscriberId, purpose: 'service' as const, content, receivableId, at: seedTime };
  const how = { channel: 'cabinet' as const, address: 'cabinet', timeZone: 'unknown', by: 'worker' };
  const sent = { state: 'sent' as const, sentAt: seedTime, sequence: 900, sendKey: `cabinet-${seed}` };
  await commit(db, [
    db.insert(outreachAttempts).values({ id: attemptId, ...told, ...how, ...sent }),
    db.insert(cabinetNotices).values({ id: ownNoticeId, attemptId, ...told }),
  ]);
  return { ownNoticeId };
}
