import { v7 as uuid } from 'uuid';
import type { WireRecord } from '#carriers/port.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { wireRecords } from '#db/tenant/schema/request.ts';

/** The statements that keep exchanges with the carrier beside their request. */
export function storeWire(db: TenantDb, requestId: string, records: WireRecord[]): Statement[] {
  if (records.length === 0) return [];
  return [db.insert(wireRecords).values(records.map((record) => ({ id: uuid(), requestId, ...record })))];
}
