import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { settleWork } from '#app/features/points/settle-work.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import {
  type ArticleRow,
  getArticle,
  getSuggestion,
  type SuggestionRow,
} from '#db/tenant/queries/knowledge.ts';
import { articleSuggestions } from '#db/tenant/schema/knowledge.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import { commitArticle, type KnowledgeDesk } from './store-article.ts';

const reviewAfterMs = 180 * 86_400_000;

/** Takes the suggested words over, as they are; refused when the article was changed meanwhile. */
export async function acceptSuggestion(
  desk: KnowledgeDesk,
  suggestionId: string,
): Promise<Result<{ articleId: string }, KnowledgeRefusal>> {
  const open = await openSuggestion(desk, suggestionId);
  if (!open.ok) return open;
  const { articleId, baseVersion, note } = open.value;
  const before = articleId === null ? null : await getArticle(desk.db, articleId);
  if (before && before.version !== baseVersion) return refuse({ code: 'conflict' });
  const after = before ? withWords(before, open.value, desk.now) : newArticle(desk, open.value);
  const written = await commitArticle(desk, { before, after, note }, [
    verdict(desk, suggestionId, 'accepted'),
    callFor(desk.db, settleWork('suggestion', suggestionId, desk.now), desk.now),
  ]);
  return written.ok ? ok({ articleId: after.id }) : written;
}

export async function declineSuggestion(
  desk: KnowledgeDesk,
  suggestionId: string,
): Promise<Result<null, KnowledgeRefusal>> {
  const open = await openSuggestion(desk, suggestionId);
  if (!open.ok) return open;
  const changes = [{ topic: 'suggestion', id: suggestionId }];
  await commit(desk.db, [verdict(desk, suggestionId, 'declined')], changes);
  return ok(null);
}

async function openSuggestion(
  { db, actor }: KnowledgeDesk,
  id: string,
): Promise<Result<SuggestionRow, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const suggestion = await getSuggestion(db, id);
  return suggestion && !suggestion.verdict ? ok(suggestion) : refuse({ code: 'suggestion-not-found' });
}

function verdict({ db, actor, now }: KnowledgeDesk, id: string, said: 'accepted' | 'declined'): Statement {
  return db
    .update(articleSuggestions)
    .set({ verdict: said, decidedBy: actor.userId, decidedAt: now })
    .where(and(eq(articleSuggestions.id, id), isNull(articleSuggestions.verdict)));
}

function withWords(before: ArticleRow, { title, body, carrier }: SuggestionRow, now: Date): ArticleRow {
  return { ...before, title, body, carrier, version: before.version + 1, changedAt: now };
}

/** A draft, so that somebody names it and looks it over. */
function newArticle({ now }: KnowledgeDesk, { id, title, body, carrier, by }: SuggestionRow): ArticleRow {
  return {
    id: uuid(),
    slug: `predlozhenie-${id.slice(-8)}`,
    carrier,
    title,
    keywords: '',
    body,
    state: 'draft',
    version: 1,
    ownerId: by,
    isRequired: false,
    validFrom: null,
    validUntil: null,
    reviewAt: new Date(now.getTime() + reviewAfterMs),
    createdAt: now,
    changedAt: now,
  };
}
