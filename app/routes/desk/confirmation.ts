import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { ConfirmationInput } from '#app/features/request/request-inputs.ts';
import { invalidForm, refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/confirmation.ts';

/** Sends what was shown. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = ConfirmationInput.safeParse(await readJson(request));
  if (!input.success) return invalidForm(input.error);
  const confirmed = await confirmRequest(requestDeskOf(context), { ...params, ...input.data });
  return confirmed.ok ? { confirmed: confirmed.value } : refusal(confirmed.error);
}
