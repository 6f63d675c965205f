import { AnswerInput, saveAnswer } from '#app/features/admission/answer-attempt.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/admission-answers.ts';

/** Keeps one answer. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, AnswerInput, (desk, input) => saveAnswer(desk, args.params.attemptId, input));
}
