import { reindex } from '#app/features/knowledge/index-documents.ts';
import { findableOf } from '#app/features/knowledge/store-article.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { ArticleRow } from '#db/tenant/queries/knowledge.ts';
import { articleSuggestions, articles, articleVersions, synonymSets } from '#db/tenant/schema/knowledge.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A published article, a suggestion and a set of synonyms, all with the tenant's mark. */
export async function fillKnowledge(db: TenantDb, seed: number, marker: string) {
  const [articleId, suggestionId, setId] = [41, 42, 43].map((room) => seededId(seedTime, seed, room));
  const words = { carrier: null, title: `${marker} статья`, body: `${marker} текст` };
  const by = `author-${seed}`;
  const article: ArticleRow = {
    ...words,
    id: articleId ?? '',
    slug: `article-${seed}`,
    keywords: marker,
    state: 'published',
    version: 1,
    ownerId: by,
    isRequired: true,
    validFrom: null,
    validUntil: null,
    reviewAt: seedTime,
    createdAt: seedTime,
    changedAt: seedTime,
  };
  const version = {
    articleId: article.id,
    version: 1,
    state: 'published',
    at: seedTime,
    by,
    note: marker,
  } as const;
  const suggestion = {
    id: suggestionId ?? '',
    articleId: article.id,
    baseVersion: 1,
    by,
    at: seedTime,
    note: marker,
  };
  const set = { id: setId ?? '', words: `${marker}, пример`, createdBy: by, createdAt: seedTime };
  await commit(db, [
    db.insert(articles).values(article),
    db.insert(articleVersions).values({ ...words, keywords: marker, ...version }),
    db.insert(articleSuggestions).values({ ...words, ...suggestion }),
    db.insert(synonymSets).values(set),
    ...reindex(db, [], [findableOf(article)]),
  ]);
  return { articleId: article.id, suggestionId: suggestion.id, setId: set.id, carrier: 'mts' };
}
