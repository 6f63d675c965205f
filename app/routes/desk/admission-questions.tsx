import { QuestionListPage } from '#app/features/admission/question-list-page.tsx';
import { readBank } from '#app/features/admission/read-bank.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission-questions.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = knowledgeDeskOf(context);
  demand(actor, 'admission:write');
  return readBank(db);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.questions.title);

export default function AdmissionQuestions({ loaderData }: Route.ComponentProps) {
  return <QuestionListPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
