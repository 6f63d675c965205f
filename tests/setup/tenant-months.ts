import { sealMonth } from '#app/features/closed-month/seal-month.ts';
import { chainStart } from '#db/audit.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { closedMonths } from '#db/tenant/schema/closed-month.ts';
import { seedTime } from '#seeds/factories.ts';

/** A closed month that the other tenant has not closed, marked. */
export async function fillMonths(db: TenantDb, seed: number, marker: string) {
  const closedMonth = `202${seed}-01`;
  const about = { version: 1, tenantId: db.tenantId, month: closedMonth, timeZone: 'Europe/Moscow' };
  const told = { registry: 1, terms: null, definitions: { ru: {}, en: {} }, figures: [] };
  const row = sealMonth(Buffer.alloc(32), db.tenantId, {
    place: 1,
    month: closedMonth,
    revision: 1,
    reason: null,
    closedBy: marker,
    closedAt: seedTime,
    snapshot: JSON.stringify({ ...about, ...told }),
    previousHash: chainStart,
  });
  await commit(db, [db.insert(closedMonths).values(row)]);
  return { closedMonth, monthFile: 'month.csv' };
}
