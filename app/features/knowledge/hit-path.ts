import type { KnowledgeHit } from './find-knowledge.ts';

/** Where an answer opens, below the address of the knowledge. The query stays in the address of an article. */
export function hitPath(
  { kind, ref, carrier }: Pick<KnowledgeHit, 'kind' | 'ref' | 'carrier'>,
  query: string,
): string {
  if (kind === 'article') return `/${ref}${query ? `?${new URLSearchParams({ q: query })}` : ''}`;
  const shown = new URLSearchParams({ carrier: carrier ?? '', type: kind, pick: ref });
  return `/catalogue?${shown}`;
}
