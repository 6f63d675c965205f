import { type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { countOpenCalls } from '#db/tenant/queries/call-tasks.ts';
import { countSuspensionsToSee } from '#db/tenant/queries/suspensions.ts';

const dayMs = 86_400_000;

/** What of the debts needs a person: calls for today; suspensions to decide, and lines that must work within a day. */
export async function readDebtCounts(db: TenantDb, actor: Actor, now: Date, timeZone: string) {
  if (!can(actor, 'debt:read')) return null;
  const isLead = can(actor, 'debt:suspend');
  return {
    calls: await countOpenCalls(db, dateAt(now.getTime(), timeZone)),
    suspensions: isLead ? await countSuspensionsToSee(db, new Date(now.getTime() + dayMs)) : 0,
  };
}
