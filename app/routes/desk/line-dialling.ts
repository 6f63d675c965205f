import { DialInput, openCall, readDialling } from '#app/features/outreach/open-call.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/line-dialling.ts';

/** Whether this number may be called now, and for what. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const read = await readDialling(requestDeskOf(context), params.lineId);
  return read.ok ? { dialling: read.value } : refusal(read.error);
}

/** The number to dial, once the gate of contacts let the call through. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = DialInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const opened = await openCall(requestDeskOf(context), { ...params, ...input.data });
  return opened.ok ? opened.value : refusal(opened.error);
}
