import { dayOf, disputeDaysOn } from '#app/features/points/season.ts';
import type { TenantDb } from '#db/open.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { disputableUntil } from './dispute.ts';

/** Until when a review can be disputed: as long as the season says in which it was given. */
export async function readDisputableUntil(db: TenantDb, reviewedAt: Date, timeZone: string): Promise<Date> {
  return disputableUntil(reviewedAt, disputeDaysOn(await listSeasons(db), dayOf(reviewedAt, timeZone)));
}
