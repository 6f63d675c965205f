import { SettlementInput } from '#app/features/request/request-inputs.ts';
import { settleRequest } from '#app/features/request/settle-request.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/settlement.ts';

/** A person says how it ended. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = SettlementInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const settled = await settleRequest(requestDeskOf(context), { ...params, ...input.data });
  return settled.ok ? { ok: true } : refusal(settled.error);
}
