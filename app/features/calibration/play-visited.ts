import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { passSound } from '#app/features/review/pass-sound.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { commit } from '#db/commit.ts';
import { listCalibrationSubjects, listShares } from '#db/tenant/queries/calibrations.ts';
import { getContact } from '#db/tenant/queries/contact-owners.ts';
import { listRecordings } from '#db/tenant/queries/review-subjects.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';

const nobody = 'unknown';

/**
 * A recording of a calibration for the client company, once its listener and time stand in the access log. `null`:
 * its recordings were not shared, or this is none of them.
 */
export async function playVisited(
  { db, actor, now, mayBeNear }: ReviewDesk & { mayBeNear: boolean },
  { calibrationId, contactId }: { calibrationId: string; contactId: string },
): Promise<Response | null> {
  if (!can(actor, 'calibration:visit')) return null;
  const shares = await listShares(db, calibrationId);
  if (!shares.some(({ what }) => what === 'recordings')) return null;
  const subjects = await listCalibrationSubjects(db, calibrationId);
  const calls = await Promise.all(subjects.map((subject) => listRecordings(db, subject)));
  const call = calls.flat().find(({ id }) => id === contactId);
  if (!call) return null;
  const subscriberId = (await getContact(db, contactId))?.subscriberId ?? nobody;
  const entry = { userId: actor.userId, subscriberId, reason: 'calibration' };
  await commit(db, [
    db.insert(accessLog).values({ id: uuid(), at: now, field: `recording:${contactId}`, ...entry }),
  ]);
  return passSound(call.url, { mayBeNear });
}
