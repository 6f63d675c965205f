import type { TenantDb } from '#db/open.ts';
import { listCatalogueItems } from '#db/tenant/queries/catalogue.ts';
import { listArticlesByIds } from '#db/tenant/queries/knowledge.ts';
import { countTerms } from '#db/tenant/queries/knowledge-index.ts';
import { analyseText } from './analyse-text.ts';
import { cutSnippet, markHits, type Stretch } from './cut-snippet.ts';
import { longestQuery } from './read-query.ts';
import { type RankedDoc, searchKnowledge } from './search-knowledge.ts';

export type KnowledgeHit = {
  kind: 'article' | 'tariff' | 'option';
  /** The article's id, or the code in the carrier's catalogue. */
  ref: string;
  /** `null`: holds for every carrier. */
  carrier: string | null;
  title: Stretch[];
  snippet: Stretch[];
  feeOnceKopecks: number | null;
  feeMonthKopecks: number | null;
};
/** `query`: what it is the answer to. */
export type FoundKnowledge = { query: string; hits: KnowledgeHit[] };

const mostHits = 12;

/** What the search shows while one types. */
export async function findKnowledge(
  db: TenantDb,
  { text, carrier, now }: { text: string; carrier: string | null; now: Date },
): Promise<FoundKnowledge> {
  const query = text.trimStart().slice(0, longestQuery);
  const isTyping = !query.endsWith(' ');
  const { docs, terms } = await searchKnowledge(db, { text: query, carrier, now, limit: mostHits, isTyping });
  return { query: query.trim(), hits: await toHits(db, docs, terms) };
}

async function toHits(
  db: TenantDb,
  docs: readonly RankedDoc[],
  terms: ReadonlySet<string>,
): Promise<KnowledgeHit[]> {
  const refs = (isArticle: boolean) =>
    docs.filter(({ kind }) => (kind === 'article') === isArticle).map(({ ref }) => ref);
  const bodies = new Map((await listArticlesByIds(db, refs(true))).map(({ id, body }) => [id, body]));
  const items = await listCatalogueItems(db, refs(false));
  return docs.map(({ kind, ref, carrier, title }) => {
    const item = items.find((row) => row.type === kind && row.carrier === carrier && row.code === ref);
    return {
      kind,
      ref,
      carrier: carrier || null,
      title: markHits(title, terms),
      snippet: cutSnippet(bodies.get(ref) ?? '', terms),
      feeOnceKopecks: item?.feeOnceKopecks ?? null,
      feeMonthKopecks: item?.feeMonthKopecks ?? null,
    };
  });
}

/** A letter is read this far; its most telling words are looked for. */
const longestLetter = 5000;
const mostWords = 8;
const mostSuggestions = 3;

/** Articles for what a case is about, from the words of its letters and notes. None is better than a wrong one. */
export async function suggestArticles(
  db: TenantDb,
  { text, carrier, now }: { text: string; carrier: string | null; now: Date },
): Promise<KnowledgeHit[]> {
  const words = new Map(analyseText(text.slice(0, longestLetter)).map(({ term, word }) => [term, word]));
  const counts = await countTerms(db, [...words.keys()]);
  const telling = [...counts].toSorted(([, a], [, b]) => a - b).slice(0, mostWords);
  const asked = telling.map(([term]) => words.get(term) ?? term).join(' ');
  const input = { text: asked, carrier, now, limit: mostSuggestions, isTyping: false };
  const { docs, terms } = await searchKnowledge(db, input);
  return toHits(db, docs, terms);
}
