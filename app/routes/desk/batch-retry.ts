import { redirect } from 'react-router';
import { retryBatch } from '#app/features/batch/retry-batch.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/batch-retry.ts';

/** Makes a new batch of what failed in this one, and goes there. */
export async function action({ params, context }: Route.ActionArgs) {
  const retried = await retryBatch(requestDeskOf(context), params.batchId);
  if (!retried.ok) return refusal(retried.error);
  return redirect(`/t/${params.tenant}/desk/batches/${retried.value.id}`);
}
