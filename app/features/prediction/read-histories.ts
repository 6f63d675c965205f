import type { TenantDb } from '#db/open.ts';
import { listPastCharges, sampleReceivables } from '#db/tenant/queries/nonpayment.ts';
import type { PastCharge } from './replay-charges.ts';

/** More teach little that is new; reading them holds up whoever else asks this database. */
const mostReceivables = 4000;
const readAtOnce = 250;

type ReadCharge = PastCharge & { receivableId: string };

/** What a tenant's receivables were charged, one by one, in the order of their due dates. */
export async function readHistories(db: TenantDb): Promise<ReadCharge[][]> {
  const ids = await sampleReceivables(db, mostReceivables);
  const histories: ReadCharge[][] = [];
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const rows = await listPastCharges(db, ids.slice(from, from + readAtOnce));
    histories.push(...Map.groupBy(rows, ({ receivableId }) => receivableId).values());
  }
  return histories;
}
