import { BulkForm } from '#app/features/case/bulk-deed.ts';
import { changeCases } from '#app/features/case/change-cases.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/cases-bulk.ts';

/** Does one deed to a piece of many cases: what came of each. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, BulkForm, changeCases);
}
