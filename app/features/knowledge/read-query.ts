import { retypeText } from '#app/platform/keyboard-layout.ts';
import type { TenantDb } from '#db/open.ts';
import { listSynonymSets } from '#db/tenant/queries/knowledge.ts';
import { countTerms, listTermsByPrefix, listTermsBySpelling } from '#db/tenant/queries/knowledge-index.ts';
import { analyseText, type Term } from './analyse-text.ts';
import { type Counts, type Part, planParts, type Wording } from './plan-search.ts';
import { slipsBetween, spellingsOf } from './spelling.ts';
import { type Meaning, readMeanings, readSynonyms, type Synonyms } from './synonyms.ts';
import { tradeSynonyms } from './trade-synonyms.ts';

/** What is longer is no question; see suggestArticles for whole letters. */
export const longestQuery = 300;
const mostTerms = 12;
const mostCompletions = 6;
const shortestPrefix = 3;
const completionWeight = 0.7;
const mostCorrections = 3;

export type ReadQuery = {
  parts: Part[];
  /** The words looked for, corrections and synonyms among them: what a snippet marks. */
  terms: ReadonlySet<string>;
};
type Near = { term: string; docs: number; weight: number };

/**
 * What a typed text asks for: its words, those that mean the same, and for words in no document the ones that
 * are spelt alike. `isTyping`: the last word may go on.
 */
export async function readQuery(
  db: TenantDb,
  text: string,
  { isTyping }: { isTyping: boolean },
): Promise<ReadQuery> {
  const synonyms = await synonymsOf(db);
  const asTyped = analyseText(text.slice(0, longestQuery)).slice(0, mostTerms);
  const retyped = analyseText(retypeText(text.slice(0, longestQuery))).slice(0, mostTerms);
  const known = await countTerms(db, termsToCount([...asTyped, ...retyped], synonyms));
  const words = likelier(asTyped, retyped, known, synonyms);
  const near = await findNear(db, words, known, synonyms, isTyping);
  const counts = new Map([
    ...known,
    ...[...near.values()].flat().map(({ term, docs }) => [term, docs] as const),
  ]);
  const parts = planParts(meaningsOf(words, synonyms), counts, near);
  // A word of a phrase that only means the same would be marked wherever it stands.
  const isMarked = ({ terms, weight }: Wording) => terms.length === 1 || weight === 1;
  const terms = parts.flatMap(({ wordings }) =>
    wordings.filter(isMarked).flatMap((wording) => wording.terms),
  );
  return { parts, terms: new Set(terms) };
}

async function synonymsOf(db: TenantDb): Promise<Synonyms> {
  return readSynonyms([...tradeSynonyms, ...(await listSynonymSets(db)).map(({ words }) => words)]);
}

function meaningsOf(words: readonly Term[], synonyms: Synonyms): Meaning[] {
  return readMeanings(
    words.map(({ term }) => term),
    synonyms,
  );
}

function termsToCount(words: readonly Term[], synonyms: Synonyms): string[] {
  const meanings = meaningsOf(words, synonyms);
  return [...new Set(meanings.flatMap(({ terms, others }) => [...terms, ...others.flat()]))];
}

/** The layout in which more of the words are known; as it was typed when both say as much. */
function likelier(asTyped: Term[], retyped: Term[], known: Counts, synonyms: Synonyms): Term[] {
  const share = (words: Term[]) => {
    const found = words.filter(({ term }) => known.has(term) || synonyms.has(term));
    return words.length > 0 ? found.length / words.length : 0;
  };
  const isForeign = asTyped.every(({ word }) => /^[a-z]{4,}$/.test(word));
  if (share(retyped) > share(asTyped)) return retyped;
  return share(asTyped) === 0 && isForeign ? retyped : asTyped;
}

async function findNear(
  db: TenantDb,
  words: readonly Term[],
  known: Counts,
  synonyms: Synonyms,
  isTyping: boolean,
): Promise<Map<string, Near[]>> {
  const near = new Map<string, Near[]>();
  const last = words.at(-1);
  if (isTyping && last) near.set(last.term, await completions(db, last));
  const unknown = words.filter(
    ({ term }) => !known.has(term) && !synonyms.has(term) && !near.get(term)?.length,
  );
  const spellings = unknown.flatMap(({ term }) => spellingsOf(term));
  if (spellings.length === 0) return near;
  const alike = await listTermsBySpelling(db, spellings);
  for (const { term } of unknown) near.set(term, corrections(term, alike));
  return near;
}

async function completions(db: TenantDb, { term, word }: Term): Promise<Near[]> {
  const prefix = /^[*#]/.test(word) ? term : word;
  if (prefix.length < shortestPrefix) return [];
  const rows = await listTermsByPrefix(db, prefix, mostCompletions);
  return rows.filter((row) => row.term !== term).map((row) => ({ ...row, weight: completionWeight }));
}

/** The nearest words only; of equally near ones the commoner, as most people look for what many look for. */
function corrections(term: string, alike: readonly { term: string; docs: number }[]): Near[] {
  const mostSlips = term.length > 5 ? 3 : 2;
  const judged = alike
    .map((row) => ({ ...row, slips: slipsBetween(term, row.term) }))
    .filter(({ slips }) => slips <= mostSlips)
    .toSorted((a, b) => a.slips - b.slips || b.docs - a.docs);
  const [nearest] = judged;
  return judged
    .filter(({ slips }) => nearest && slips <= nearest.slips)
    .slice(0, mostCorrections)
    .map(({ term: right, docs, slips }) => ({ term: right, docs, weight: 0.9 / slips }));
}
