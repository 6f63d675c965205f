import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getLastPull } from '#db/tenant/queries/balances.ts';
import { balancePulls } from '#db/tenant/schema/receivable.ts';

/** Behind the night of the ladders, when hardly anybody else asks the carriers. */
const afterMidnightMs = 2 * 60 * 60_000;

/**
 * Calls for the balances of each carrier account that is not kept from it, once a date of the tenant's zone. An
 * account whose last night has not come to its end is asked no second time beside it.
 */
export async function openBalancePulls(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  const on = dateAt(now.getTime() - afterMidnightMs, tenant.timeZone);
  for (const { id: accountId, asksBalances } of await listCarrierAccounts(control, db.tenantId)) {
    const last = asksBalances ? await getLastPull(db, accountId) : null;
    if (!asksBalances || (last && (last.on >= on || !last.endedAt))) continue;
    const pull = { accountId, on, cursor: '', asked: 0, answered: 0, startedAt: now, changedAt: now };
    const work = { queue: 'balance-pull', gate: 'balance-pull', lane: 'bulk' as const, dueAt: now };
    await commit(db, [
      db.insert(balancePulls).values(pull),
      callFor(db, { ...work, payload: { accountId, on } }, now),
    ]);
  }
}
