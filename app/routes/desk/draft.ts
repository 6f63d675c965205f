import { draftRequest } from '#app/features/request/draft-request.ts';
import { readDraftForm } from '#app/features/request/request-form.ts';
import { faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/draft.ts';

/** A new request for a line: the carrier's terms come back, nothing is sent. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = readDraftForm(await readJson(request));
  if (!form.ok) return faulty(form.faults);
  const drafted = await draftRequest(requestDeskOf(context), { ...form.value, lineId: params.lineId });
  return drafted.ok ? { draft: drafted.value } : refusal(drafted.error);
}
