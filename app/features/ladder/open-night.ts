import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getLastDebtRun } from '#db/tenant/queries/debt-pages.ts';
import { debtRuns } from '#db/tenant/schema/ladder.ts';

/** A date's work begins an hour after its midnight: by then the day before is in the books. */
const afterMidnightMs = 60 * 60_000;

/**
 * Calls for the night's work of a tenant, once a date of its zone. Missed while nobody ran, it is called for at the
 * next look; dates that were missed altogether are not made up for, as the next night sees all that they would have.
 */
export async function openNight(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  const on = dateAt(now.getTime() - afterMidnightMs, tenant.timeZone);
  const last = await getLastDebtRun(db);
  // A clock that was set back finds its dates done.
  if (last && last.on >= on) return;
  const work = {
    queue: 'debt-night',
    payload: { on },
    gate: 'debt-night',
    lane: 'bulk',
    dueAt: now,
  } as const;
  const run = { on, cursor: '', counts: {}, startedAt: now, changedAt: now };
  await commit(db, [db.insert(debtRuns).values(run), callFor(db, work, now)]);
}
