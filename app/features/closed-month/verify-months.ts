import type { TenantDb } from '#db/open.ts';
import { listClosedMonths } from '#db/tenant/queries/closed-months.ts';
import { firstBroken } from './seal-month.ts';

/**
 * Whether every closed month is as it was signed and stands on the one before. `head`: the hash of the newest record;
 * who keeps it elsewhere sees that none was cut off the end.
 */
export async function verifyMonths({ db, secretKey }: { db: TenantDb; secretKey: Buffer }) {
  const rows = await listClosedMonths(db);
  const broken = firstBroken(secretKey, db.tenantId, rows);
  return {
    months: new Set(rows.map(({ month }) => month)).size,
    records: rows.length,
    head: rows.at(-1)?.hash ?? null,
    broken: broken && { place: broken.place, month: broken.month, revision: broken.revision },
  };
}
