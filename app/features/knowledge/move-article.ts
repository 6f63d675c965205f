import { can } from '#app/features/access/can.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import { type ArticleMove, decideArticleMove, type KnowledgeRefusal } from './knowledge.ts';
import { commitArticle, type KnowledgeDesk } from './store-article.ts';

/** Publishes an article or puts it away. */
export async function moveArticle(
  desk: KnowledgeDesk,
  articleId: string,
  move: ArticleMove,
): Promise<Result<{ id: string; version: number }, KnowledgeRefusal>> {
  if (!can(desk.actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const before = await getArticle(desk.db, articleId);
  if (!before) return refuse({ code: 'article-not-found' });
  const state = decideArticleMove(before.state, move);
  if (!state) return refuse({ code: 'article-move-not-allowed' });
  const after = { ...before, state, version: before.version + 1, changedAt: desk.now };
  return commitArticle(desk, { before, after, note: '' });
}
