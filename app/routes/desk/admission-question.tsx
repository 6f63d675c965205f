import { data, redirect } from 'react-router';
import { z } from 'zod';
import { QuestionInput } from '#app/features/admission/admission.ts';
import { QuestionPage } from '#app/features/admission/question-page.tsx';
import { readChoices, readQuestion } from '#app/features/admission/read-bank.ts';
import { reviseQuestion } from '#app/features/admission/write-question.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-question.ts';

const RevisedQuestion = z.strictObject({ version: z.int().min(1), question: QuestionInput });

export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'admission:write');
  const detail = await readQuestion(desk, params.questionId);
  if (!detail) throw data(null, { status: 404 });
  return { detail, ...(await readChoices(desk.db)) };
}

/** Keeps the question's next version. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = RevisedQuestion.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const { version, question } = input.data;
  const revised = await reviseQuestion(knowledgeDeskOf(context), params.questionId, version, question);
  return revised.ok ? redirect(`/t/${params.tenant}/desk/admission/questions`) : refusal(revised.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.form.editTitle);

export default function AdmissionQuestion({ loaderData }: Route.ComponentProps) {
  return <QuestionPage key={loaderData.detail.question.questionId} {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
