import { judgeDispute, VerdictInput } from '#app/features/dispute/judge-dispute.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/dispute-verdict.ts';

/** A lead decides a dispute. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = VerdictInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const judged = await judgeDispute(requestDeskOf(context), params.disputeId, form.data);
  return judged.ok ? { done: true } : refusal(judged.error);
}
