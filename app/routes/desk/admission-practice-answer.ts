import { data } from 'react-router';
import { PracticeInput } from '#app/features/admission/practice.ts';
import { practise } from '#app/features/admission/practise.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-practice-answer.ts';

/** One step of an exercise, answered by a simulator. Changes nothing. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { tenant, actor } = context.get(workplaceContext);
  demand(actor, 'admission:take');
  const input = PracticeInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const desk = { ...knowledgeDeskOf(context), timeZone: tenant.timeZone };
  const step = await practise(desk, params.requestId, input.data);
  if (!step) throw data(null, { status: 404 });
  return { done: step };
}
