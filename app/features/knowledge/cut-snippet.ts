import { analyseText } from './analyse-text.ts';

/** A stretch of text, and whether it is what was asked for. Shown as text, so it needs no escaping. */
export type Stretch = { text: string; isHit: boolean };

const snippetLength = 180;
/** Longer articles are looked at from their beginning. */
const longestText = 20_000;

/** The place of an article that answers most of the terms, as plain words. */
export function cutSnippet(markdown: string, terms: ReadonlySet<string>): Stretch[] {
  const text = plainText(markdown.slice(0, longestText));
  const hits = analyseText(text).filter(({ term }) => terms.has(term));
  const begin = wordBegin(text, bestBegin(hits.map(({ start }) => start)));
  const end = wordEnd(text, begin + snippetLength);
  const cut = text.slice(begin, end);
  const marked = markHits(cut, terms);
  return [
    ...(begin > 0 ? [{ text: '…', isHit: false }] : []),
    ...marked,
    ...(end < text.length ? [{ text: '…', isHit: false }] : []),
  ];
}

/** The whole of a short text, its hits marked. */
export function markHits(text: string, terms: ReadonlySet<string>): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { term, start, end } of analyseText(text)) {
    if (!terms.has(term) || start < at) continue;
    if (start > at) stretches.push({ text: text.slice(at, start), isHit: false });
    stretches.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isHit: false });
  return stretches;
}

/** The marks of Markdown go, its words stay; `*100#` is a word. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*\|?[-|: ]{3,}\|?\s*$/gm, '')
    .replace(/^\s*(#{1,6}|[-+*]|\d+\.|>)\s+/gm, '')
    .replace(/\*\*(?=[^\d*])|(?<=[^\d*])\*\*|`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s*(?:\|\s*)+/g, ' · ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the window with the most hits begins, a little before its first. */
function bestBegin(starts: readonly number[]): number {
  const counts = starts.map((start) =>
    starts.filter((other) => other >= start && other < start + snippetLength),
  );
  const best = counts.reduce((most, some) => (some.length > most.length ? some : most), [] as number[]);
  return Math.max(0, (best[0] ?? 0) - 40);
}

function wordBegin(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf(' ', at) + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 40 ? space : at;
}
