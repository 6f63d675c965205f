import { and, eq } from 'drizzle-orm';
import type { Actor } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { ArticleRow } from '#db/tenant/queries/knowledge.ts';
import { getArticleDoc } from '#db/tenant/queries/knowledge-index.ts';
import { articles, articleVersions } from '#db/tenant/schema/knowledge.ts';
import { reindex } from './index-documents.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import type { Findable } from './prepare-documents.ts';

export type KnowledgeDesk = { db: TenantDb; actor: Actor; now: Date };
export type ArticleChange = { before: ArticleRow | null; after: ArticleRow; note: string };

/**
 * The statements of one change: the article, its new version, its place in the index. A lost race breaks the
 * key of the version, so the batch fails whole.
 */
export async function articleStatements(
  { db, actor, now }: KnowledgeDesk,
  { before, after, note }: ArticleChange,
): Promise<Statement[]> {
  const { id, version, state, carrier, title, keywords, body } = after;
  const row = {
    articleId: id,
    version,
    state,
    carrier,
    title,
    keywords,
    body,
    at: now,
    by: actor.userId,
    note,
  };
  const isSame = and(eq(articles.id, id), eq(articles.version, version - 1));
  const stored = before ? db.update(articles).set(after).where(isSame) : db.insert(articles).values(after);
  const old = before ? await getArticleDoc(db, id) : null;
  const fresh = state === 'published' ? [findableOf(after)] : [];
  return [stored, db.insert(articleVersions).values(row), ...reindex(db, old ? [old] : [], fresh)];
}

export async function commitArticle(
  desk: KnowledgeDesk,
  change: ArticleChange,
  further: Statement[] = [],
): Promise<Result<{ id: string; version: number }, KnowledgeRefusal>> {
  const { id, version } = change.after;
  const statements = [...(await articleStatements(desk, change)), ...further];
  const written = await commit(desk.db, statements, [{ topic: 'article', id }]);
  if (written.ok) return ok({ id, version });
  return refuse({ code: written.conflict === 'articles.slug' ? 'article-slug-taken' : 'conflict' });
}

export function findableOf({
  id,
  carrier,
  title,
  keywords,
  body,
  validFrom,
  validUntil,
}: ArticleRow): Findable {
  const held = { carrier: carrier ?? '', validFrom, validUntil };
  return { kind: 'article', ref: id, title, keywords, body, ...held };
}
