import { type Actor, can } from '#app/features/access/can.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { listDebtsOf } from '#db/tenant/queries/debtors.ts';

export type CaseDebt = Awaited<ReturnType<typeof readCaseDebts>>[number];

/** What a subscriber owes, for whoever speaks with him; nothing when he may not see debts. */
export async function readCaseDebts(
  { db, actor }: { db: TenantDb; actor: Actor },
  subscriberId: string | null,
) {
  if (!subscriberId || !can(actor, 'debt:read')) return [];
  const debts = await listDebtsOf(db, subscriberId);
  return debts
    .filter(({ balanceKopecks, suspension }) => balanceKopecks > 0 || suspension)
    .map(({ msisdn, ...debt }) => ({ ...debt, msisdn: msisdn && maskMsisdn(msisdn) }));
}
