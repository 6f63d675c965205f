import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { ConfirmationInput } from '#app/features/request/request-inputs.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/confirmation.ts';

/** Sends what was shown. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = ConfirmationInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const confirmed = await confirmRequest(requestDeskOf(context), { ...params, ...input.data });
  return confirmed.ok ? { confirmed: confirmed.value } : refusal(confirmed.error);
}
