import { answerQuestion } from '#app/features/figure-question/ask-question.ts';
import { AnswerInput } from '#app/features/figure-question/question.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/figure-question-answer.ts';

/** Answers what was asked about a number. */
export function action({ request, params, context }: Route.ActionArgs) {
  return answerJson({ request, context }, AnswerInput, (desk, input) =>
    answerQuestion(desk, params.figureQuestionId, input),
  );
}
