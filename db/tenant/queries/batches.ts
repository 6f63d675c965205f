import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { batches, batchRejects, requests } from '../schema/request.ts';
import { lines } from '../schema/subscriber.ts';

export async function getBatch(db: TenantDb, id: string) {
  const [row] = await db.select().from(batches).where(eq(batches.id, id)).limit(1);
  return row ?? null;
}

export async function listBatches(db: TenantDb, limit: number) {
  return db.select().from(batches).orderBy(desc(batches.id)).limit(limit);
}

export async function listBatchRejects(db: TenantDb, batchId: string) {
  return db
    .select()
    .from(batchRejects)
    .where(eq(batchRejects.batchId, batchId))
    .orderBy(asc(batchRejects.row));
}

/** Lines by number, and the subjects among `subject` that an open request of theirs holds. */
export async function listLinesByNumber(db: TenantDb, msisdns: string[], subject: string) {
  const open = and(
    eq(requests.lineId, lines.id),
    eq(requests.subject, subject),
    sql`${requests.state} not in ('draft', 'done', 'refused', 'cancelled')`,
  );
  return db
    .select({
      id: lines.id,
      msisdn: lines.msisdn,
      carrier: lines.carrier,
      carrierAccountId: lines.carrierAccountId,
      openRequestId: requests.id,
    })
    .from(lines)
    .leftJoin(requests, open)
    .where(inArray(lines.msisdn, msisdns));
}

/** Numbers of the batch's requests that ended in one of these states. */
export async function listBatchNumbers(db: TenantDb, batchId: string, states: ('refused' | 'cancelled')[]) {
  return db
    .select({ msisdn: lines.msisdn })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .where(and(eq(requests.batchId, batchId), inArray(requests.state, states)))
    .orderBy(asc(requests.id));
}

export async function listBatchRequestIds(db: TenantDb, batchId: string): Promise<string[]> {
  const rows = await db.select({ id: requests.id }).from(requests).where(eq(requests.batchId, batchId));
  return rows.map((row) => row.id);
}
