import type { TenantDb } from '#db/open.ts';
import { listPastCharges, sampleReceivables } from '#db/tenant/queries/nonpayment.ts';
import type { BalanceCourse } from './balance-course.ts';
import { readCourses } from './read-courses.ts';
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

/** Charges older than this are learnt from without their balances: what is read of them is little and much to carry. */
const courseDaysRead = 400;

/** How the balances of those whose histories these are went before a date, in the same order. */
export async function readBalances(
  db: TenantDb,
  histories: readonly (readonly ReadCharge[])[],
  { until, timeZone }: { until: string; timeZone: string },
): Promise<(BalanceCourse | null)[]> {
  const ids = histories.map(([first]) => first?.receivableId ?? '');
  const courses = new Map<string, BalanceCourse>();
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const asked = { on: until, timeZone, days: courseDaysRead };
    const read = await readCourses(db, ids.slice(from, from + readAtOnce), asked);
    for (const [id, course] of read) courses.set(id, course);
  }
  return ids.map((id) => courses.get(id) ?? null);
}
