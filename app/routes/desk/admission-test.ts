import { TestInput } from '#app/features/admission/admission.ts';
import { setAdmissionTest } from '#app/features/admission/set-test.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-test.ts';

/** Says what must be passed for a carrier from now on. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = TestInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const set = await setAdmissionTest(knowledgeDeskOf(context), params.carrier, input.data);
  return set.ok ? { ok: true } : refusal(set.error);
}
