import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import { articleLinks, knowledgeSearches } from '#db/tenant/schema/knowledge.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import { longestQuery } from './read-query.ts';
import type { KnowledgeDesk } from './store-article.ts';

/** Nobody searches longer; a stopped clock of a browser must not spoil the measure. */
const longestSearchMs = 30 * 60_000;

/** `searchId`: made when the person began; his further queries change the same search. */
export const SearchRecord = z.strictObject({
  searchId: z.uuid(),
  query: z.string().trim().min(1).max(longestQuery),
  found: z.coerce.number().int().min(0).max(1000),
  /** Milliseconds since his first key press, by his own clock. */
  sinceMs: z.coerce.number().int().min(0).max(longestSearchMs),
});

/** A phone number typed into a search is nobody's measure. */
const longNumber = /\+?\d[\d\s()-]{7,}\d/g;

/** What a person looked for and how many things answered it. */
export async function recordSearch(
  { db, actor, now }: KnowledgeDesk,
  { searchId, query, found, sinceMs }: z.infer<typeof SearchRecord>,
): Promise<Result<null, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:read')) return refuse({ code: 'forbidden', action: 'knowledge:read' });
  const startedAt = new Date(now.getTime() - sinceMs);
  const kept = { query: query.replace(longNumber, '•••'), found };
  const row = { id: searchId, userId: actor.userId, startedAt, ...kept };
  const again = { target: knowledgeSearches.id, set: kept, setWhere: isOwn(actor.userId) };
  await commit(db, [db.insert(knowledgeSearches).values(row).onConflictDoUpdate(again)]);
  return ok(null);
}

export const KeepInput = z.strictObject({
  searchId: z.uuid().nullable(),
  caseId: z.string().min(1).max(64).nullable(),
});

/** The article answered: of the search that found it, and of the case it was needed for. Kept twice, it is once. */
export async function keepArticle(
  { db, actor, now }: KnowledgeDesk,
  articleId: string,
  { searchId, caseId }: z.infer<typeof KeepInput>,
): Promise<Result<null, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:read')) return refuse({ code: 'forbidden', action: 'knowledge:read' });
  const article = await getArticle(db, articleId);
  if (article?.state !== 'published') return refuse({ code: 'article-not-found' });
  if (caseId !== null && !(await getCase(db, caseId))) return refuse({ code: 'case-not-found' });
  const link = caseId === null ? [] : [{ articleId, caseId, at: now, by: actor.userId }];
  const statements = [
    ...link.map((row) => db.insert(articleLinks).values(row).onConflictDoNothing()),
    ...(searchId === null
      ? []
      : [
          db
            .update(knowledgeSearches)
            .set({ articleId, keptAt: now, caseId })
            .where(
              and(eq(knowledgeSearches.id, searchId), isOwn(actor.userId), isNull(knowledgeSearches.keptAt)),
            ),
        ]),
  ];
  if (statements.length > 0) await commit(db, statements, [{ topic: 'article', id: articleId }]);
  return ok(null);
}

function isOwn(userId: string) {
  return eq(knowledgeSearches.userId, userId);
}
