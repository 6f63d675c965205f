import { termsOf } from './analyse-text.ts';

/** Phrases of equal meaning, each as its terms. */
export type SynonymSet = readonly (readonly string[])[];
/** The sets by the first term of each of their phrases. */
export type Synonyms = ReadonlyMap<string, readonly { phrase: readonly string[]; set: SynonymSet }[]>;

/** Reads lines such as `инет, интернет`; a phrase of stop words alone means nothing and is left out. */
export function readSynonyms(lines: readonly string[]): Synonyms {
  const synonyms = new Map<string, { phrase: string[]; set: string[][] }[]>();
  for (const line of lines) {
    const set = uniquePhrases(line.split(',').map(termsOf));
    for (const phrase of set) {
      const [first] = phrase;
      if (first === undefined || set.length < 2) continue;
      synonyms.set(first, [...(synonyms.get(first) ?? []), { phrase, set }]);
    }
  }
  return synonyms;
}

function uniquePhrases(phrases: string[][]): string[][] {
  const byText = new Map(
    phrases.filter(({ length }) => length > 0).map((phrase) => [phrase.join(' '), phrase]),
  );
  return [...byText.values()];
}

/** A stretch of a query that means one thing: the terms as asked, and the other phrases for it. */
export type Meaning = { terms: readonly string[]; others: SynonymSet };

/** Reads a query from the left, each time by the longest phrase that is known. */
export function readMeanings(terms: readonly string[], synonyms: Synonyms): Meaning[] {
  const meanings: Meaning[] = [];
  for (let at = 0; at < terms.length; ) {
    const known = phrasesAt(terms, at, synonyms);
    const length = Math.max(1, ...known.map(({ phrase }) => phrase.length));
    const own = terms.slice(at, at + length);
    const others = known.filter(({ phrase }) => phrase.length === length).flatMap(({ set }) => set);
    meanings.push({ terms: own, others: others.filter((phrase) => phrase.join() !== own.join()) });
    at += length;
  }
  return meanings;
}

function phrasesAt(terms: readonly string[], at: number, synonyms: Synonyms) {
  const known = synonyms.get(terms[at] ?? '') ?? [];
  return known.filter(({ phrase }) => phrase.every((term, offset) => terms[at + offset] === term));
}
