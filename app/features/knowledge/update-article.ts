import { can } from '#app/features/access/can.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import type { ArticleInput, KnowledgeRefusal } from './knowledge.ts';
import { commitArticle, type KnowledgeDesk } from './store-article.ts';

/** `version`: the one the writer had before him. What is published stays so, with its new words. */
export async function updateArticle(
  desk: KnowledgeDesk,
  articleId: string,
  version: number,
  { note, ...input }: ArticleInput,
): Promise<Result<{ id: string; version: number }, KnowledgeRefusal>> {
  if (!can(desk.actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const before = await getArticle(desk.db, articleId);
  if (!before) return refuse({ code: 'article-not-found' });
  if (before.version !== version) return refuse({ code: 'conflict' });
  const after = { ...before, ...input, version: version + 1, changedAt: desk.now };
  return commitArticle(desk, { before, after, note });
}
