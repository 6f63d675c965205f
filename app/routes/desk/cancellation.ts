import { cancelRequest } from '#app/features/request/cancel-request.ts';
import { CancellationInput } from '#app/features/request/request-inputs.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/cancellation.ts';

/** Takes one request back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = CancellationInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const { requestId } = params;
  const cancelled = await cancelRequest(requestDeskOf(context), { requestId, reason: input.data.words });
  return cancelled.ok ? { ok: true } : refusal(cancelled.error);
}
