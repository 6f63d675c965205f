import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import { articleSuggestions } from '#db/tenant/schema/knowledge.ts';
import { ArticleWords, type KnowledgeRefusal } from './knowledge.ts';
import type { KnowledgeDesk } from './store-article.ts';

export const SuggestionInput = ArticleWords.omit({ keywords: true }).extend({
  note: z.string().trim().max(300, 'long'),
});
export type SuggestionInput = z.infer<typeof SuggestionInput>;

/** How an agent would word it; a lead decides. `articleId` null: an article that is missing. */
export async function suggestChange(
  { db, actor, now }: KnowledgeDesk,
  articleId: string | null,
  input: SuggestionInput,
): Promise<Result<{ id: string }, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:suggest')) return refuse({ code: 'forbidden', action: 'knowledge:suggest' });
  const article = articleId === null ? null : await getArticle(db, articleId);
  if (articleId !== null && article?.state !== 'published') return refuse({ code: 'article-not-found' });
  const row = {
    id: uuid(),
    articleId,
    baseVersion: article?.version ?? 0,
    ...input,
    by: actor.userId,
    at: now,
  };
  await commit(db, [db.insert(articleSuggestions).values(row)], [{ topic: 'suggestion', id: row.id }]);
  return ok({ id: row.id });
}
