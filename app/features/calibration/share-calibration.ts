import { can } from '#app/features/access/can.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCalibration, listShares } from '#db/tenant/queries/calibrations.ts';
import { calibrationShares } from '#db/tenant/schema/calibration.ts';
import type { CalibrationRefusal } from './calibration.ts';

/**
 * Lets the client company score in a calibration, or hear its recordings too. Who did it and when is kept; done
 * again, it changes nothing.
 */
export async function shareCalibration(
  { db, actor, now }: ReviewDesk,
  calibrationId: string,
  what: 'work' | 'recordings',
): Promise<Result<null, CalibrationRefusal>> {
  const action = what === 'work' ? 'review:write' : 'recording:share';
  if (!can(actor, action)) return refuse({ code: 'forbidden', action });
  const calibration = await getCalibration(db, calibrationId);
  if (!calibration) return refuse({ code: 'calibration-not-found' });
  if (calibration.closedAt) return refuse({ code: 'calibration-closed' });
  const shares = await listShares(db, calibrationId);
  if (what === 'recordings' && shares.length === 0) return refuse({ code: 'client-not-invited' });
  const share = { calibrationId, what, by: actor.userId, at: now };
  await commit(db, [db.insert(calibrationShares).values(share).onConflictDoNothing()]);
  return ok(null);
}
