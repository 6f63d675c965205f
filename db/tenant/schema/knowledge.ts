import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ArticleState } from '#app/features/knowledge/knowledge.ts';

/** What agents read aloud from. The words of its latest version; the earlier ones are in `articleVersions`. */
export const articles = sqliteTable(
  'articles',
  {
    id: text().primaryKey(),
    /** Names the article in files and links: `zamena-sim`. */
    slug: text().notNull(),
    /** `null`: holds for every carrier. */
    carrier: text(),
    title: text().notNull(),
    /** Other words people ask for it by, comma between them. */
    keywords: text().notNull(),
    /** Markdown without HTML. */
    body: text().notNull(),
    state: text().$type<ArticleState>().notNull(),
    version: integer().notNull(),
    ownerId: text('owner_id').notNull(),
    /** Every agent has to confirm that he read its latest version. */
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    validFrom: integer('valid_from', { mode: 'timestamp_ms' }),
    /** The first instant at which it no longer holds. */
    validUntil: integer('valid_until', { mode: 'timestamp_ms' }),
    reviewAt: integer('review_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('articles_slug').on(t.slug), index('articles_by_state').on(t.state, t.title)],
);

/** One row a change, never altered: what the article said then, who made it so and why. */
export const articleVersions = sqliteTable(
  'article_versions',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    version: integer().notNull(),
    state: text().$type<ArticleState>().notNull(),
    carrier: text(),
    title: text().notNull(),
    keywords: text().notNull(),
    body: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    by: text().notNull(),
    /** Why it was changed, in that person's words. */
    note: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.version] })],
);

/** Who confirmed that he read which version. */
export const articleReads = sqliteTable(
  'article_reads',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    version: integer().notNull(),
    userId: text('user_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.userId, t.version] })],
);

/** Which article answered which case. */
export const articleLinks = sqliteTable(
  'article_links',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    caseId: text('case_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    by: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.articleId] }), index('article_links_article').on(t.articleId)],
);

/** How an agent would word an article, or one that is missing (`articleId` empty), until somebody decides. */
export const articleSuggestions = sqliteTable(
  'article_suggestions',
  {
    id: text().primaryKey(),
    articleId: text('article_id').references(() => articles.id),
    /** The version he had before him. */
    baseVersion: integer('base_version').notNull(),
    carrier: text(),
    title: text().notNull(),
    body: text().notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    verdict: text({ enum: ['accepted', 'declined'] }),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('article_suggestions_open').on(t.verdict, t.at)],
);

/** Words that mean the same at this client company, beside those of the trade. Removed ones stay as a record. */
export const synonymSets = sqliteTable('synonym_sets', {
  id: text().primaryKey(),
  /** Words or phrases, comma between them. */
  words: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  removedBy: text('removed_by'),
  removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
});

/** One search of a person from his first query to the article he kept, or to nothing. */
export const knowledgeSearches = sqliteTable(
  'knowledge_searches',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    /** The first key press of the first query. */
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    /** The query he came to, and how many things it found. */
    query: text().notNull(),
    found: integer().notNull(),
    caseId: text('case_id'),
    articleId: text('article_id').references(() => articles.id),
    keptAt: integer('kept_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('knowledge_searches_started').on(t.startedAt)],
);

/**
 * What can be found: published articles, tariff plans and options. The full-text table `knowledge_index`,
 * written by hand in a migration, has the same ids and keeps no text of its own.
 */
export const knowledgeDocs = sqliteTable(
  'knowledge_docs',
  {
    id: integer().primaryKey(),
    kind: text({ enum: ['article', 'tariff', 'option'] }).notNull(),
    /** The article's id, or the code in the carrier's catalogue. */
    ref: text().notNull(),
    /** Empty: holds for every carrier. */
    carrier: text().notNull(),
    title: text().notNull(),
    /** Terms of title and keywords, and of the body, a space between them. */
    titleTerms: text('title_terms').notNull(),
    bodyTerms: text('body_terms').notNull(),
    validFrom: integer('valid_from', { mode: 'timestamp_ms' }),
    validUntil: integer('valid_until', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('knowledge_docs_ref').on(t.kind, t.carrier, t.ref)],
);

/** Every term of the index and how many documents have it. */
export const knowledgeTerms = sqliteTable('knowledge_terms', {
  term: text().primaryKey(),
  docs: integer().notNull(),
});

/** Under which spellings a term is found when it is misspelt; see spellingsOf. */
export const knowledgeSpellings = sqliteTable(
  'knowledge_spellings',
  { spelling: text().notNull(), term: text().notNull() },
  (t) => [primaryKey({ columns: [t.spelling, t.term] })],
);
