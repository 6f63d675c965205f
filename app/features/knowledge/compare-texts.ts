import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, only in the newer, or only in the older. */
export type ComparedStretch = { text: string; change: 'same' | 'added' | 'removed' };

/** Longer texts are compared by lines: word by word would take seconds. */
const longestByWords = 20_000;

/** What changed between two texts, in their order. */
export function compareTexts(before: string, after: string): ComparedStretch[] {
  const isLong = before.length + after.length > longestByWords;
  const parts = isLong ? diffLines(before, after) : diffWordsWithSpace(before, after);
  return parts.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
