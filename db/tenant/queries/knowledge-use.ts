import { count, countDistinct, desc, eq, gte, sql } from 'drizzle-orm';
import type { SearchFact } from '#app/features/knowledge/measure-knowledge.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { articleLinks, articles, knowledgeSearches } from '../schema/knowledge.ts';

export function listSearchesSince(db: TenantDb, since: Date): Promise<SearchFact[]> {
  const { query, found, startedAt, keptAt } = knowledgeSearches;
  return db.select({ query, found, startedAt, keptAt }).from(knowledgeSearches).where(gte(startedAt, since));
}

/** Articles by how often they were kept or linked since then, the most used first. */
export function listUseOfArticles(db: TenantDb, since: Date, limit: number) {
  const at = since.getTime();
  // Names as they are: in the columns of a single table drizzle leaves the table out.
  const kept = sql<number>`(select count(*) from knowledge_searches kept where kept.article_id = articles.id
    and kept.kept_at >= ${at})`;
  const linked = sql<number>`(select count(*) from article_links linked where linked.article_id = articles.id
    and linked.at >= ${at})`;
  return db
    .select({ id: articles.id, title: articles.title, kept, linked })
    .from(articles)
    .where(eq(articles.state, 'published'))
    .orderBy(desc(sql`${kept} + ${linked}`), articles.title)
    .limit(limit);
}

/** Of the cases opened since then, those that have an article. */
export async function countLinkedCases(db: TenantDb, since: Date): Promise<{ all: number; linked: number }> {
  const [row] = await db
    .select({ all: countDistinct(cases.id), linked: countDistinct(articleLinks.caseId) })
    .from(cases)
    .leftJoin(articleLinks, eq(articleLinks.caseId, cases.id))
    .where(gte(cases.createdAt, since));
  return { all: row?.all ?? 0, linked: row?.linked ?? 0 };
}

/** How many cases an article has answered. */
export async function countLinks(db: TenantDb, articleId: string): Promise<number> {
  const [row] = await db
    .select({ links: count() })
    .from(articleLinks)
    .where(eq(articleLinks.articleId, articleId));
  return row?.links ?? 0;
}
