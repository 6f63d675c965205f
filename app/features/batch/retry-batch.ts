import { v7 as uuid } from 'uuid';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import { Change } from '#carriers/port.ts';
import { getBatch, listBatchNumbers } from '#db/tenant/queries/batches.ts';
import { listRequests } from '#db/tenant/queries/requests.ts';
import { type BatchRefusal, type CreatedBatch, createBatch } from './create-batch.ts';

type RetryRefusal = BatchRefusal | Extract<RequestRefusal, { code: 'request-not-found' }>;

/** A new batch of the numbers whose requests were refused or cancelled in this one. */
export async function retryBatch(
  desk: RequestDesk,
  batchId: string,
): Promise<Result<CreatedBatch, RetryRefusal>> {
  const batch = await getBatch(desk.db, batchId);
  const [first] = await listRequests(desk.db, { batchId }, { limit: 1 });
  const change = Change.safeParse(batch?.payload);
  if (!batch || !first || !change.success) return refuse({ code: 'request-not-found' });
  const numbers = await listBatchNumbers(desk.db, batchId, ['refused', 'cancelled']);
  return createBatch(desk, {
    id: uuid(),
    title: nextTitle(batch.title),
    carrier: first.carrier,
    change: change.data,
    list: numbers.map(({ msisdn }) => msisdn).join('\n'),
  });
}

/** `Roaming` → `Roaming (2)` → `Roaming (3)`. */
export function nextTitle(title: string): string {
  const [, stem = title, turn = '1'] = /^(.*) \((\d+)\)$/.exec(title) ?? [];
  return `${stem} (${Number(turn) + 1})`;
}
