import { saveTerms, TermsInput } from '#app/features/staffing/save-terms.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/forecast-terms.ts';

/** Says what is promised to a queue. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, TermsInput, saveTerms);
}
