import { KeepInput, keepArticle } from '#app/features/knowledge/record-search.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/knowledge-keeping.ts';

/** The article was the right one. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, KeepInput, (desk, input) => keepArticle(desk, args.params.articleId, input));
}
