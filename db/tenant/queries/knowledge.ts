import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { ArticleState } from '#app/features/knowledge/knowledge.ts';
import type { TenantDb } from '#db/open.ts';
import {
  articleReads,
  articleSuggestions,
  articles,
  articleVersions,
  synonymSets,
} from '../schema/knowledge.ts';

export type ArticleRow = typeof articles.$inferSelect;
export type VersionRow = typeof articleVersions.$inferSelect;
export type SuggestionRow = typeof articleSuggestions.$inferSelect;
/** `carrier` null: any; with one, what holds for every carrier is there too. `reviewBefore`: due for a look. */
export type ArticleFilter = { state: ArticleState; carrier: string | null; reviewBefore?: Date };
export type ArticleListRow = Omit<ArticleRow, 'body'>;

export async function getArticle(db: TenantDb, id: string): Promise<ArticleRow | null> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id)).limit(1);
  return row ?? null;
}

export function listArticlesByIds(db: TenantDb, ids: readonly string[]): Promise<ArticleRow[]> {
  return db
    .select()
    .from(articles)
    .where(inArray(articles.id, [...ids]));
}

export function listArticlesBySlugs(db: TenantDb, slugs: readonly string[]): Promise<ArticleRow[]> {
  return db
    .select()
    .from(articles)
    .where(inArray(articles.slug, [...slugs]));
}

export function listArticles(db: TenantDb, filter: ArticleFilter, limit: number): Promise<ArticleListRow[]> {
  const { body: _, ...columns } = articleColumns;
  return db
    .select(columns)
    .from(articles)
    .where(whereArticles(filter))
    .orderBy(asc(articles.title))
    .limit(limit);
}

const articleColumns = {
  id: articles.id,
  slug: articles.slug,
  carrier: articles.carrier,
  title: articles.title,
  keywords: articles.keywords,
  body: articles.body,
  state: articles.state,
  version: articles.version,
  ownerId: articles.ownerId,
  isRequired: articles.isRequired,
  validFrom: articles.validFrom,
  validUntil: articles.validUntil,
  reviewAt: articles.reviewAt,
  createdAt: articles.createdAt,
  changedAt: articles.changedAt,
};

function whereArticles({ state, carrier, reviewBefore }: ArticleFilter): SQL | undefined {
  return and(
    eq(articles.state, state),
    carrier === null ? undefined : sql`coalesce(${articles.carrier}, ${carrier}) = ${carrier}`,
    reviewBefore && lt(articles.reviewAt, reviewBefore),
  );
}

export async function countArticles(db: TenantDb): Promise<Record<ArticleState, number>> {
  const rows = await db
    .select({ state: articles.state, count: sql<number>`count(*)` })
    .from(articles)
    .groupBy(articles.state);
  return {
    draft: 0,
    published: 0,
    archived: 0,
    ...Object.fromEntries(rows.map((row) => [row.state, row.count])),
  };
}

/** Newest first. */
export function listVersions(db: TenantDb, articleId: string): Promise<VersionRow[]> {
  return db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(desc(articleVersions.version));
}

export function listReads(db: TenantDb, articleId: string, version: number) {
  return db
    .select({ userId: articleReads.userId, at: articleReads.at })
    .from(articleReads)
    .where(and(eq(articleReads.articleId, articleId), eq(articleReads.version, version)));
}

/** Published articles whose latest version this person has to read and has not. */
export function listUnread(db: TenantDb, userId: string) {
  const read = sql`exists (select 1 from ${articleReads} where ${articleReads.articleId} = ${articles.id}
    and ${articleReads.version} = ${articles.version} and ${articleReads.userId} = ${userId})`;
  return db
    .select({ id: articles.id, title: articles.title })
    .from(articles)
    .where(and(eq(articles.state, 'published'), eq(articles.isRequired, true), sql`not ${read}`))
    .orderBy(asc(articles.title));
}

export async function getSuggestion(db: TenantDb, id: string): Promise<SuggestionRow | null> {
  const [row] = await db.select().from(articleSuggestions).where(eq(articleSuggestions.id, id)).limit(1);
  return row ?? null;
}

/** Those nobody has decided yet, oldest first. */
export function listOpenSuggestions(db: TenantDb): Promise<SuggestionRow[]> {
  return db
    .select()
    .from(articleSuggestions)
    .where(isNull(articleSuggestions.verdict))
    .orderBy(asc(articleSuggestions.at));
}

/** The company's own sets of words that mean the same. */
export function listSynonymSets(db: TenantDb) {
  return db
    .select()
    .from(synonymSets)
    .where(isNull(synonymSets.removedAt))
    .orderBy(asc(synonymSets.createdAt));
}
