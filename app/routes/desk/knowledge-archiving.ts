import { moveArticle } from '#app/features/knowledge/move-article.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-archiving.ts';

/** Takes the article out of the search. */
export async function action({ params, context }: Route.ActionArgs) {
  const moved = await moveArticle(knowledgeDeskOf(context), params.articleId, 'archive');
  return moved.ok ? { ok: true } : refusal(moved.error);
}
