import type { TenantDb } from '#db/open.ts';
import { hasOpenDispute } from '#db/tenant/queries/journal.ts';
import type { GoodwillKind } from './goodwill.ts';

/** What is money, or stands for it, is never given against a disputed debt: the dispute is answered instead. */
export async function isBarred(
  db: TenantDb,
  kind: GoodwillKind,
  subscriberId: string | null,
): Promise<boolean> {
  return kind !== 'kind-deed' && subscriberId !== null && (await hasOpenDispute(db, subscriberId));
}
