import { BatchChoicesForm } from '#app/features/batch/batch-form.ts';
import { listBatchChoices } from '#app/features/request/list-batch-choices.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/batch-choices.ts';

/** What the carrier offers the numbers of a list. Sent as a form because a list is too long for an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const desk = requestDeskOf(context);
  demand(desk.actor, 'request:batch');
  const form = BatchChoicesForm.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const choices = await listBatchChoices(desk, form.data);
  return choices.ok ? { choices: choices.value } : refusal(choices.error);
}
