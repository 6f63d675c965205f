import { askQuestion } from '#app/features/figure-question/ask-question.ts';
import { QuestionInput } from '#app/features/figure-question/question.ts';
import { QuestionsPage } from '#app/features/figure-question/questions-page.tsx';
import { readQuestions } from '#app/features/figure-question/read-questions.ts';
import ruMetric from '#app/locales/ru/metric.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/figure-questions.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'report:ask');
  return { view: await readQuestions(requestDeskOf(context)) };
}

/** Asks about a number. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, QuestionInput, (desk, input) =>
    askQuestion(desk, { ...input, title: ruMetric[input.metric].title }),
  );
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.report.questions.title);

export default function FigureQuestions({ loaderData: { view } }: Route.ComponentProps) {
  return <QuestionsPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
