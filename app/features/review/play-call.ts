import { v7 as uuid } from 'uuid';
import { commit } from '#db/commit.ts';
import { getContact } from '#db/tenant/queries/contact-owners.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { mayPlay } from './may-play.ts';
import { passSound } from './pass-sound.ts';
import type { ReviewDesk } from './plan-sample.ts';

const nobody = 'unknown';

/**
 * The recording of a call, once its listener and time stand in the access log. `null`: there is no such recording
 * for this person.
 */
export async function playCall(
  { db, actor, now, mayBeNear }: ReviewDesk & { mayBeNear: boolean },
  contactId: string,
): Promise<Response | null> {
  const call = await getContact(db, contactId);
  if (!call?.recordingUrl || !mayPlay(actor, call)) return null;
  const entry = { userId: actor.userId, subscriberId: call.subscriberId ?? nobody, reason: 'listening' };
  await commit(db, [
    db.insert(accessLog).values({ id: uuid(), at: now, field: `recording:${contactId}`, ...entry }),
  ]);
  return passSound(call.recordingUrl, { mayBeNear });
}
