import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listCampaignsToMeasure } from '#db/tenant/queries/campaign-proof.ts';
import { proofRuns } from '#db/tenant/schema/campaign-proof.ts';
import { callForOutcomes } from './settle-outcomes.ts';

/** So long after a window what is told late still corrects its outcomes. */
const correctedDays = 120;

/** Calls for the outcomes of every campaign whose window is over, once a date of the tenant's zone. */
export async function openMeasuring(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  const today = dateAt(now.getTime(), tenant.timeZone);
  const since = addDays(today, -correctedDays);
  for (const { id } of await listCampaignsToMeasure(db, { today, since })) {
    const run = { campaignId: id, on: today };
    // Whoever opens it a second time finds the date taken.
    await commit(db, [
      db.insert(proofRuns).values(run),
      callForOutcomes(db, { campaignId: id, on: today, after: '' }, now),
    ]);
  }
}
