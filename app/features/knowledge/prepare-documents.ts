import { termsOf } from './analyse-text.ts';
import { spellingsOf } from './spelling.ts';

export type Findable = {
  kind: 'article' | 'tariff' | 'option';
  /** The article's id, or the code in the carrier's catalogue. */
  ref: string;
  /** Empty: holds for every carrier. */
  carrier: string;
  title: string;
  /** Other words it is asked for by. */
  keywords: string;
  body: string;
  validFrom: Date | null;
  validUntil: Date | null;
};
export type PreparedDoc = Omit<Findable, 'keywords' | 'body'> & { titleTerms: string; bodyTerms: string };

/** What the index keeps of something that can be found. */
export function prepareDocument({ keywords, body, ...doc }: Findable): PreparedDoc {
  const titleTerms = termsOf(`${doc.title} ${keywords}`).join(' ');
  return { ...doc, titleTerms, bodyTerms: termsOf(body).join(' ') };
}

/** Every term of the documents with the number of them that have it. */
export function countDocuments(
  docs: readonly Pick<PreparedDoc, 'titleTerms' | 'bodyTerms'>[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { titleTerms, bodyTerms } of docs) {
    const terms = new Set(`${titleTerms} ${bodyTerms}`.split(' ').filter((term) => term !== ''));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

export function spellingRows(terms: Iterable<string>): { spelling: string; term: string }[] {
  return [...terms].flatMap((term) => spellingsOf(term).map((spelling) => ({ spelling, term })));
}
