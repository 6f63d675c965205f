import { data } from 'react-router';
import { PracticeInput } from '#app/features/admission/practice.ts';
import { judgeExercise } from '#app/features/admission/read-exercise.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-practice-answer.ts';

/** What really came of a past request, for who has said what he would have done. Changes nothing. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { db, actor } = knowledgeDeskOf(context);
  demand(actor, 'admission:take');
  const input = PracticeInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const outcome = await judgeExercise(db, params.requestId, input.data);
  if (!outcome) throw data(null, { status: 404 });
  return { done: outcome };
}
