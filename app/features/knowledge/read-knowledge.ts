import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  getArticle,
  listArticles,
  listOpenSuggestions,
  listReads,
  listUnread,
  listVersions,
} from '#db/tenant/queries/knowledge.ts';
import { countLinks } from '#db/tenant/queries/knowledge-use.ts';
import { compareTexts } from './compare-texts.ts';
import type { KnowledgeQuery } from './knowledge-query.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };

const mostListed = 500;
const mayWrite = (actor: Actor) => can(actor, 'knowledge:write');

/** The list beside the search. Whoever does not write articles sees the published ones alone. */
export async function readKnowledgeList({ db, actor, now }: Omit<Reader, 'control'>, query: KnowledgeQuery) {
  const shown = mayWrite(actor) ? query.shown : 'published';
  const { carrier } = query;
  const filter =
    shown === 'review'
      ? { state: 'published' as const, carrier, reviewBefore: now }
      : { state: shown, carrier };
  const rows = await listArticles(db, filter, mostListed);
  return {
    query: { ...query, shown },
    items: rows.map(({ id, title, carrier, reviewAt }) => ({ id, title, carrier, isDue: reviewAt < now })),
    unread: await listUnread(db, actor.userId),
    mayWrite: mayWrite(actor),
  };
}

export type ArticleDetail = NonNullable<Awaited<ReturnType<typeof readArticle>>>;

/** `null`: there is none, or it is not published and this person does not write articles. */
export async function readArticle({ db, control, actor, now }: Reader, id: string) {
  const article = await getArticle(db, id);
  if (!article || (article.state !== 'published' && !mayWrite(actor))) return null;
  const reads = await listReads(db, id, article.version);
  const names = await namesOf(control, [article.ownerId, ...reads.map(({ userId }) => userId)]);
  return {
    article,
    owner: names[article.ownerId] ?? '',
    links: await countLinks(db, id),
    readAt: reads.find(({ userId }) => userId === actor.userId)?.at ?? null,
    readers: mayWrite(actor) ? reads.map(({ userId, at }) => ({ name: names[userId] ?? '', at })) : [],
    isDue: article.reviewAt < now,
    mayWrite: mayWrite(actor),
  };
}

/** Two versions compared and the list of all. `to` absent: the latest; `from` absent: the one before it. */
export async function readHistory(
  { db, control, actor }: Omit<Reader, 'now'>,
  id: string,
  chosen: { from: number | null; to: number | null },
) {
  const article = await getArticle(db, id);
  const versions = await listVersions(db, id);
  if (!article || (article.state !== 'published' && !mayWrite(actor))) return null;
  const names = await namesOf(
    control,
    versions.map(({ by }) => by),
  );
  const to = versions.find(({ version }) => version === chosen.to) ?? versions[0];
  const from = versions.find(({ version }) => version === (chosen.from ?? (to?.version ?? 1) - 1));
  return {
    article: { id, title: article.title },
    versions: versions.map(({ version, at, by, note, state }) => ({
      version,
      at,
      by: names[by] ?? '',
      note,
      state,
    })),
    from: from?.version ?? null,
    to: to?.version ?? 1,
    title: compareTexts(from?.title ?? '', to?.title ?? ''),
    body: compareTexts(from?.body ?? '', to?.body ?? ''),
  };
}

/** What agents suggested, each compared with the article as it is now. */
export async function readSuggestions({ db, control }: Pick<Reader, 'db' | 'control'>) {
  const open = await listOpenSuggestions(db);
  const names = await namesOf(
    control,
    open.map(({ by }) => by),
  );
  return Promise.all(
    open.map(async ({ id, articleId, baseVersion, title, body, note, by, at }) => {
      const article = articleId === null ? null : await getArticle(db, articleId);
      return {
        id,
        articleId,
        note,
        at,
        by: names[by] ?? '',
        isStale: article !== null && article.version !== baseVersion,
        title: compareTexts(article?.title ?? '', title),
        body: compareTexts(article?.body ?? '', body),
      };
    }),
  );
}
