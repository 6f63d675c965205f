import {
  QuestionTable,
  readQuestionPlan,
  showQuestionPlan,
} from '#app/features/admission/import-questions.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-import-plan.ts';

/** What a table of questions would change. Writes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'admission:write');
  const input = QuestionTable.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  return { plan: showQuestionPlan(await readQuestionPlan(desk, input.data)) };
}
