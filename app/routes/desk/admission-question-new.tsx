import { redirect } from 'react-router';
import { z } from 'zod';
import { QuestionInput } from '#app/features/admission/admission.ts';
import { QuestionPage } from '#app/features/admission/question-page.tsx';
import { readChoices } from '#app/features/admission/read-bank.ts';
import { addQuestion } from '#app/features/admission/write-question.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-question-new.ts';

const NewQuestion = z.object({ question: QuestionInput });

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = knowledgeDeskOf(context);
  demand(actor, 'admission:write');
  return readChoices(db);
}

/** Puts a question into the bank. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = NewQuestion.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const added = await addQuestion(knowledgeDeskOf(context), input.data.question);
  return added.ok ? redirect(`/t/${params.tenant}/desk/admission/questions`) : refusal(added.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.form.newTitle);

export default function AdmissionQuestionNew({ loaderData }: Route.ComponentProps) {
  return <QuestionPage detail={null} {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
