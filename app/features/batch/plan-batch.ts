import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { subjectOf } from '#app/features/request/request.ts';
import type { Change } from '#carriers/port.ts';
import { listLinesByNumber } from '#db/tenant/queries/batches.ts';
import { type BatchReject, type RejectReason, readList } from './batch.ts';

export type PlannedLine = { lineId: string; carrierAccountId: string; msisdn: string };
export type BatchPlan = { accepted: PlannedLine[]; rejects: BatchReject[] };
export type BatchInput = { carrier: string; change: Change; list: string };

/** Which rows of a list would become requests, and why the others would not. Writes nothing. */
export async function planBatch(desk: Pick<RequestDesk, 'db'>, input: BatchInput): Promise<BatchPlan> {
  const { rows, rejects } = readList(input.list);
  const numbers = rows.map((row) => row.msisdn);
  const found = await listLinesByNumber(desk.db, numbers, subjectOf(input.change));
  const lines = new Map(found.map((line) => [line.msisdn, line]));
  const plan: BatchPlan = { accepted: [], rejects: [...rejects] };
  for (const row of rows) {
    const line = lines.get(row.msisdn);
    const reason: RejectReason | null = !line
      ? 'unknown-number'
      : line.carrier !== input.carrier
        ? 'other-carrier'
        : line.openRequestId
          ? 'pending-request'
          : null;
    if (reason || !line)
      plan.rejects.push({ row: row.row, text: row.text, reason: reason ?? 'unknown-number' });
    else
      plan.accepted.push({ lineId: line.id, carrierAccountId: line.carrierAccountId, msisdn: line.msisdn });
  }
  return { ...plan, rejects: plan.rejects.toSorted((a, b) => a.row - b.row) };
}
