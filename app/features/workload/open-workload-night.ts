import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getLastWorkloadRun } from '#db/tenant/queries/workload-night.ts';
import { workloadRuns } from '#db/tenant/schema/workload.ts';

/** A date's forecasts are made an hour after its midnight: by then whoever called before it is served. */
const afterMidnightMs = 60 * 60_000;

/** Calls for the night's forecasts of a tenant, once a date of its zone. Asked more often, it does nothing. */
export async function openWorkloadNight(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  const on = dateAt(now.getTime() - afterMidnightMs, tenant.timeZone);
  const last = await getLastWorkloadRun(db);
  // A clock that was set back finds its dates done.
  if (last && last.on >= on) return;
  await commit(db, [
    db.insert(workloadRuns).values({ on, stage: 'counting', cursor: '', startedAt: now, changedAt: now }),
    callForWorkloadNight(db, on, now),
  ]);
}

export function callForWorkloadNight(db: TenantDb, on: string, now: Date): Statement {
  const queue = 'workload-night';
  return callFor(db, { queue, payload: { on }, gate: queue, lane: 'bulk', dueAt: now }, now);
}
