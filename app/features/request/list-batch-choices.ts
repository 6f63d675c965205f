import { readList } from '#app/features/batch/batch.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import { listLinesByNumber } from '#db/tenant/queries/batches.ts';
import type { RequestDesk } from './draft-request.ts';
import { type Choices, listChoices } from './list-choices.ts';
import type { RequestKind } from './request.ts';
import type { RequestRefusal } from './request-refusal.ts';

const rowsTried = 100;

/** The catalogue for a list of numbers: that of its first line at the carrier. */
export async function listBatchChoices(
  desk: RequestDesk,
  input: { carrier: string; list: string; kind: RequestKind },
): Promise<Result<Choices, RequestRefusal | { code: 'nothing-to-do' }>> {
  const numbers = readList(input.list)
    .rows.slice(0, rowsTried)
    .map(({ msisdn }) => msisdn);
  const lines = await listLinesByNumber(desk.db, numbers, '');
  const line = lines.find((candidate) => candidate.carrier === input.carrier);
  if (!line) return refuse({ code: 'nothing-to-do' });
  return listChoices(desk, { lineId: line.id, kind: input.kind });
}
