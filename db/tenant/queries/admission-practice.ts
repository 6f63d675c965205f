import { and, desc, eq, inArray } from 'drizzle-orm';
import { practiceKinds } from '#app/features/admission/practice.ts';
import type { TenantDb } from '#db/open.ts';
import { requests } from '../schema/request.ts';
import { lines } from '../schema/subscriber.ts';

/** A past request that ended in this state, counted from the newest; without its person and its number. */
export async function getPastRequest(
  db: TenantDb,
  where: { state: 'done' | 'refused'; offset: number } | { id: string },
) {
  const chosen =
    'id' in where
      ? and(eq(requests.id, where.id), inArray(requests.state, ['done', 'refused']))
      : eq(requests.state, where.state);
  const [row] = await db
    .select({
      id: requests.id,
      kind: requests.kind,
      payload: requests.payload,
      itemName: requests.itemName,
      state: requests.state,
      carrier: requests.carrier,
      tariffName: lines.tariffName,
      failure: requests.failure,
      createdAt: requests.createdAt,
      changedAt: requests.changedAt,
    })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .where(and(chosen, inArray(requests.kind, [...practiceKinds])))
    .orderBy(desc(requests.id))
    .limit(1)
    .offset('offset' in where ? where.offset : 0);
  return row ?? null;
}
