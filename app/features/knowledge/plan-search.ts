import type { Meaning } from './synonyms.ts';

/** One way to say what a part of a query means: all these terms together. `weight` 1: as it was asked. */
export type Wording = { terms: readonly string[]; weight: number };
/** A part of a query: a document has it when it has one of the wordings. `docs`: how many may have it. */
export type Part = { wordings: readonly Wording[]; docs: number };
/** Documents by term, as the index counts them; a term without a count is in none. */
export type Counts = ReadonlyMap<string, number>;

const synonymWeight = 0.9;
/** More parts make the search slower, not better: the rarest say what is meant. */
const mostParts = 8;

/**
 * The parts of a query that can be found at all. `near`: for a term that is in no document, or is still
 * being typed, the terms it may stand for with their weights.
 */
export function planParts(
  meanings: readonly Meaning[],
  counts: Counts,
  near: ReadonlyMap<string, readonly { term: string; weight: number }[]>,
): Part[] {
  const parts = meanings.map(({ terms, others }) => {
    const asked = terms.length === 1 ? (near.get(terms[0] ?? '') ?? []) : [];
    return [
      { terms, weight: 1 },
      ...others.map((phrase) => ({ terms: phrase, weight: synonymWeight })),
      ...asked.map(({ term, weight }) => ({ terms: [term], weight })),
    ];
  });
  return parts
    .map((wordings) => countPart(wordings, counts))
    .filter(({ wordings }) => wordings.length > 0)
    .toSorted((a, b) => a.docs - b.docs)
    .slice(0, mostParts);
}

function countPart(wordings: readonly Wording[], counts: Counts): Part {
  const found = uniqueWordings(wordings).filter(({ terms }) => docsOf(terms, counts) > 0);
  return { wordings: found, docs: found.reduce((sum, { terms }) => sum + docsOf(terms, counts), 0) };
}

function uniqueWordings(wordings: readonly Wording[]): Wording[] {
  const byTerms = new Map<string, Wording>();
  for (const wording of wordings) {
    const key = wording.terms.join(' ');
    if ((byTerms.get(key)?.weight ?? 0) < wording.weight) byTerms.set(key, wording);
  }
  return [...byTerms.values()];
}

/** No more documents than its rarest term can have the whole phrase. */
function docsOf(terms: readonly string[], counts: Counts): number {
  return Math.min(...terms.map((term) => counts.get(term) ?? 0));
}

/** How much a part tells: the rarer, the more. `all`: documents in the index. */
export function tellingOf(docs: number, all: number): number {
  return Math.log(1 + (all - Math.min(docs, all) + 0.5) / (docs + 0.5));
}

/** A question to the full-text table. `worth`: what its parts tell together, more when the title must have them. */
export type Probe = { match: string; worth: number };

/** Stands before a term of a title in the index. No Russian word begins with it. */
export const titleMark = 'ъ';
/** Titles say what an article is about, so a hit there counts for more. */
const titleFactor = 1.6;
/** So many documents of one part can all be looked at. */
export const mostDocsOfRare = 150;

/**
 * Which documents to look at closely, without touching the tens of thousands that share a common word: all
 * that have a rare part, and beside them the titles that have the common ones.
 */
export function planProbes(parts: readonly Part[], all: number): Probe[] {
  const rare = parts.filter(({ docs }) => docs <= mostDocsOfRare);
  const common = parts.slice(rare.length);
  const [commonest] = common.slice(0, 1);
  const inTitles = [common, ...pairsOf(common.slice(0, 3)), ...common.slice(0, 2).map((part) => [part])];
  const everywhere =
    rare.length > 0 ? [] : [common, ...pairsOf(common.slice(0, 3)), ...(commonest ? [[commonest]] : [])];
  const probes = [
    ...rare.map((part) => probeOf([part], all, '')),
    ...inTitles.map((some) => probeOf(some, all, titleMark)),
    ...everywhere.map((some) => probeOf(some, all, '')),
  ];
  const unique = new Map(probes.filter(({ worth }) => worth > 0).map((probe) => [probe.match, probe]));
  return [...unique.values()];
}

function pairsOf(parts: readonly Part[]): Part[][] {
  return parts.flatMap((first, index) => parts.slice(index + 1).map((second) => [first, second]));
}

function probeOf(parts: readonly Part[], all: number, mark: string): Probe {
  const worth = parts.reduce((sum, { docs }) => sum + tellingOf(docs, all), 0);
  const match = parts.map((part) => matchOf(part, mark)).join(' AND ');
  return { match, worth: worth * (mark === '' ? 1 : titleFactor) };
}

function matchOf({ wordings }: Part, mark: string): string {
  const texts = wordings.map(({ terms }) => terms.map((term) => quoted(mark + term)).join(' AND '));
  return `(${texts.map((text) => `(${text})`).join(' OR ')})`;
}

/** In quotes nothing is an operator of the query language. Terms are letters and digits only, so none has quotes. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '')}"`;
}
