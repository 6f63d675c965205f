/** A sign that was typed to insert something: `/` a ready text, `@` a colleague, `#` a case or request. */
export type Trigger = { sign: '/' | '@' | '#'; query: string; from: number };

/** The sign before the caret and what was typed behind it; it must begin a word, and a space ends it. */
export function findTrigger(text: string, caret: number): Trigger | null {
  const found = /(^|[\s(«"])([/@#])([^\s/@#]{0,40})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const [, , sign, query = ''] = found;
  if (sign !== '/' && sign !== '@' && sign !== '#') return null;
  return { sign, query, from: caret - query.length - 1 };
}

/** The text with a piece in the place of what stood from `from` to the caret, and the caret behind it. */
export function insertAt(
  text: string,
  { from, caret, piece }: { from: number; caret: number; piece: string },
) {
  const next = text.slice(0, from) + piece + text.slice(caret);
  return { text: next, caret: from + piece.length };
}

/** The ids of colleagues whom a text names with `@`. The longer name is meant where both fit. */
export function mentionsIn(text: string, colleagues: readonly { id: string; name: string }[]): string[] {
  const byLength = colleagues.toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  const ids: string[] = [];
  for (const { id, name } of byLength) {
    if (!rest.includes(`@${name}`)) continue;
    ids.push(id);
    rest = rest.replaceAll(`@${name}`, '');
  }
  return ids;
}
