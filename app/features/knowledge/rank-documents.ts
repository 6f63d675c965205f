import { type Part, tellingOf, type Wording } from './plan-search.ts';

export type Candidate = { id: number; titleTerms: string; bodyTerms: string };

const titleWeight = 3;
/** BM25's saturation: the second mention tells less than the first. */
const saturation = 1.2;
/** Terms of a usual article; longer ones mention more by chance. */
const usualLength = 80;
const lengthShare = 0.5;

/**
 * The candidates by how well they answer, best first: BM25 over two fields, times the share of the query that
 * they cover, and more when the title says little else. `all`: documents in the index.
 */
export function rankDocuments<T extends Candidate>(
  parts: readonly Part[],
  candidates: readonly T[],
  all: number,
): (T & { score: number })[] {
  const tells = parts.map(({ docs }) => tellingOf(docs, all));
  return candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(parts, tells, candidate) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.id - b.id);
}

function scoreOf(
  parts: readonly Part[],
  tells: readonly number[],
  { titleTerms, bodyTerms }: Candidate,
): number {
  const title = countTerms(titleTerms);
  const body = countTerms(bodyTerms);
  const norm = saturation * (1 - lengthShare + (lengthShare * body.length) / usualLength);
  let sum = 0;
  let covered = 0;
  let inTitle = 0;
  for (const [index, { wordings }] of parts.entries()) {
    const tell = tells[index] ?? 0;
    const best = Math.max(
      ...wordings.map(({ terms, weight }) => {
        const named = timesOf(title.times, terms) > 0 ? titleWeight : 0;
        const told = timesOf(body.times, terms);
        return weight * (named + (told * (saturation + 1)) / (told + norm));
      }),
    );
    if (best <= 0) continue;
    sum += tell * best;
    covered += tell;
    inTitle += shareOfTitle(title.times, wordings);
  }
  const wanted = tells.reduce((total, tell) => total + tell, 0);
  const focus = title.length > 0 ? Math.min(1, inTitle / title.length) : 0;
  return wanted > 0 ? sum * (covered / wanted) * (1 + focus / 2) : 0;
}

function countTerms(text: string): { times: Map<string, number>; length: number } {
  const terms = text === '' ? [] : text.split(' ');
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return { times, length: terms.length };
}

/** A phrase is there as often as its rarest term. */
function timesOf(times: Map<string, number>, terms: readonly string[]): number {
  return Math.min(...terms.map((term) => times.get(term) ?? 0));
}

function shareOfTitle(times: Map<string, number>, wordings: readonly Wording[]): number {
  return Math.max(...wordings.map(({ terms }) => (timesOf(times, terms) > 0 ? terms.length : 0)));
}
