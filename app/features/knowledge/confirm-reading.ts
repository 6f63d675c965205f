import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import { articleReads } from '#db/tenant/schema/knowledge.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import type { KnowledgeDesk } from './store-article.ts';

/** A person says that he read the version before him. Said twice, it is once. */
export async function confirmReading(
  { db, actor, now }: KnowledgeDesk,
  articleId: string,
  version: number,
): Promise<Result<null, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:read')) return refuse({ code: 'forbidden', action: 'knowledge:read' });
  const article = await getArticle(db, articleId);
  if (article?.state !== 'published') return refuse({ code: 'article-not-found' });
  if (article.version !== version) return refuse({ code: 'conflict' });
  const row = { articleId, version, userId: actor.userId, at: now };
  await commit(db, [db.insert(articleReads).values(row).onConflictDoNothing()]);
  return ok(null);
}
