import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getLastChurnRun } from '#db/tenant/queries/churn-night.ts';
import { churnRuns } from '#db/tenant/schema/churn.ts';

/** A date's scores are begun two hours after its midnight: after the debts, whose bills they look at. */
const afterMidnightMs = 2 * 60 * 60_000;

/** Calls for the night's scores of a tenant, once a date of its zone. Asked more often, it does nothing. `openModel`: in force. */
export async function openChurnNight(
  db: TenantDb,
  now: Date,
  control: ControlDb,
  openModel: (db: TenantDb, now: Date) => Promise<{ id: string }>,
): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  const on = dateAt(now.getTime() - afterMidnightMs, tenant.timeZone);
  const last = await getLastChurnRun(db);
  // A clock that was set back finds its dates done.
  if (last && last.on >= on) return;
  const model = await openModel(db, now);
  const isAll = last?.modelId !== model.id || last.stage !== 'ended';
  const queue = 'churn-night';
  await commit(db, [
    db.insert(churnRuns).values({
      on,
      modelId: model.id,
      scope: isAll ? 'all' : 'changed',
      stage: 'marking',
      cursor: '',
      scored: 0,
      startedAt: now,
      changedAt: now,
    }),
    callFor(db, { queue, payload: { on }, gate: queue, lane: 'bulk', dueAt: now }, now),
  ]);
}
