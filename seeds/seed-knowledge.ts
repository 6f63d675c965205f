import type { ArticleFile } from '#app/features/knowledge/article-file.ts';
import { reindex } from '#app/features/knowledge/index-documents.ts';
import type { Findable } from '#app/features/knowledge/prepare-documents.ts';
import { findableOf } from '#app/features/knowledge/store-article.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { storeCatalogue } from '#db/tenant/queries/catalogue.ts';
import type { ArticleRow } from '#db/tenant/queries/knowledge.ts';
import {
  articleSuggestions,
  articles,
  articleVersions,
  knowledgeSearches,
  synonymSets,
} from '#db/tenant/schema/knowledge.ts';
import { createDraws, type Draws } from './draws.ts';
import { seededId } from './factories.ts';
import { readSeededArticles } from './knowledge-files.ts';
import { loadCatalogues, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
/** The second client has the beginnings of a knowledge of its own; the third has none. */
const severSlugs = [
  'balans-',
  'apn-',
  'zamena-sim',
  'proverka-lichnosti',
  'rouming-podgotovka',
  'smena-tarifa',
  'krazha',
];
const shown: Record<string, (article: ArticleFile) => boolean> = {
  volna: () => true,
  sever: ({ slug }) => severSlugs.some((begin) => slug.startsWith(begin)),
};

type Room = { plan: TenantPlan; authors: readonly string[]; draws: Draws };

/** Articles, the catalogue as it is found, and a month of searches. */
export async function seedKnowledge(
  db: TenantDb,
  plan: TenantPlan,
  authors: readonly string[],
): Promise<void> {
  const files = readSeededArticles().filter(shown[plan.slug] ?? (() => false));
  if (files.length === 0) return;
  const room = { plan, authors, draws: createDraws(plan.seed) };
  const rows = files.map((file, index) => articleRow(room, file, index));
  const items = await catalogueItems(plan);
  const written = await commit(db, [
    db.insert(articles).values(rows),
    db.insert(articleVersions).values(rows.flatMap((row) => versionRows(room, row))),
    storeCatalogue(db, items),
    ...reindex(db, [], [...rows.map(findableOf), ...items.map(findableItem)]),
    db.insert(knowledgeSearches).values(searchRows(room, rows)),
    db.insert(synonymSets).values({
      id: idOf(plan, 3, 0),
      words: 'волновка, тариф Волны',
      createdBy: authors[0] ?? 'author',
      createdAt: plan.clock,
    }),
    db.insert(articleSuggestions).values(suggestionRow(room, rows)),
  ]);
  if (!written.ok)
    throw new Error(`The knowledge of ${plan.slug} is not empty: ${written.conflict} is taken.`);
}

/** Rooms of seeded ids behind those of the plan: articles, searches, synonyms, suggestions. */
function idOf(plan: TenantPlan, room: 1 | 2 | 3 | 4, index: number, at = plan.clock): string {
  return seededId(at, plan.seed * 2 ** 24 + index, 40 + room);
}

function authorOf({ authors, draws }: Room): string {
  return authors.length > 0 ? draws.pick(authors) : 'author';
}

function articleRow(room: Room, file: ArticleFile, index: number): ArticleRow {
  const { plan, draws } = room;
  const daysAgo = (days: number) => new Date(plan.clock.getTime() - days * dayMs);
  const createdAt = daysAgo(draws.int(200, 500));
  const version = draws.chance(0.4) ? 3 : 2;
  return {
    ...file,
    id: idOf(plan, 1, index, createdAt),
    state: 'published',
    version,
    ownerId: authorOf(room),
    validFrom: null,
    validUntil: null,
    reviewAt: daysAgo(draws.int(-180, 12)),
    createdAt,
    changedAt: version === 2 ? createdAt : daysAgo(draws.int(1, 150)),
  };
}

/** Written, published and, for some, put into better words. */
function versionRows(room: Room, row: ArticleRow): (typeof articleVersions.$inferInsert)[] {
  const { id, carrier, title, keywords, body, ownerId, createdAt, changedAt, version } = row;
  const words = { articleId: id, carrier, title, keywords, body, by: ownerId };
  const paragraphs = body.split('\n\n');
  const first = version === 3 ? paragraphs.slice(0, -1).join('\n\n') || body : body;
  const versions: (typeof articleVersions.$inferInsert)[] = [
    { ...words, body: first, version: 1, state: 'draft', at: createdAt, note: '' },
    { ...words, body: first, version: 2, state: 'published', at: createdAt, note: '' },
  ];
  if (version === 3) {
    const note = room.draws.pick([
      'дополнено по вопросам агентов',
      'уточнены условия',
      'добавлен частый случай',
    ]);
    versions.push({ ...words, version: 3, state: 'published', at: changedAt, note });
  }
  return versions;
}

async function catalogueItems(plan: TenantPlan) {
  const catalogues = await loadCatalogues();
  return Object.entries(catalogues).flatMap(([carrier, { options, tariffs }]) => {
    const itemsOf = (items: typeof options, type: 'option' | 'tariff') =>
      items.map(({ code, name, feeOnceKopecks, feeMonthKopecks }) => {
        return { carrier, type, code, name, feeOnceKopecks, feeMonthKopecks, seenAt: plan.clock };
      });
    return [...itemsOf(options, 'option'), ...itemsOf(tariffs, 'tariff')];
  });
}

function findableItem({
  carrier,
  type,
  code,
  name,
}: Awaited<ReturnType<typeof catalogueItems>>[number]): Findable {
  return {
    kind: type,
    ref: code,
    carrier,
    title: name,
    keywords: code,
    body: '',
    validFrom: null,
    validUntil: null,
  };
}

const inVain = [
  'тариф для собаки',
  'спутниковый интернет',
  'страховка телефона',
  'спутниковый интернет',
  'рассрочка на телефон',
];

/** Most end with an article within half a minute, a few find nothing. */
function searchRows(room: Room, rows: readonly ArticleRow[]) {
  const { plan, draws } = room;
  return Array.from({ length: 260 }, (_, index) => {
    const startedAt = new Date(plan.clock.getTime() - draws.int(60, 29 * 24 * 60) * 60_000);
    const search = { id: idOf(plan, 2, index, startedAt), userId: authorOf(room), startedAt };
    if (draws.chance(0.06)) return { ...search, query: draws.pick(inVain), found: 0 };
    const article = rows[Math.min(draws.int(0, rows.length - 1), draws.int(0, rows.length - 1))];
    const query = (article?.keywords.split(',')[0] || article?.title) ?? '';
    const found = draws.int(1, 12);
    if (!article || draws.chance(0.1)) return { ...search, query, found };
    const seconds = draws.chance(0.93) ? draws.int(4, 27) : draws.int(28, 70);
    return {
      ...search,
      query,
      found,
      articleId: article.id,
      keptAt: new Date(startedAt.getTime() + seconds * 1000),
    };
  });
}

function suggestionRow(room: Room, rows: readonly ArticleRow[]) {
  const { plan } = room;
  const article = rows.find(({ slug }) => slug === 'zamena-sim') ?? rows[0];
  const body = `${article?.body ?? ''}\n\nЕсли абонент за границей, предложите eSIM: карту из салона туда не привезти.`;
  return {
    id: idOf(plan, 4, 0),
    articleId: article?.id ?? null,
    baseVersion: article?.version ?? 0,
    carrier: article?.carrier ?? null,
    title: article?.title ?? '',
    body,
    note: 'за неделю спросили трижды',
    by: authorOf(room),
    at: new Date(plan.clock.getTime() - dayMs),
  };
}
