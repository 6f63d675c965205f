import { recordSearch, SearchRecord } from '#app/features/knowledge/record-search.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/knowledge-searches.ts';

/** Keeps what was looked for, so that the search can be measured. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, SearchRecord, recordSearch);
}
