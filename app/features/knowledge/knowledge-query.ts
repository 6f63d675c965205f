import { type ArticleState, articleStates } from './knowledge.ts';

/** What the list shows: the state and carrier of articles, or those due for a look. */
export type KnowledgeQuery = { shown: ArticleState | 'review'; carrier: string | null };

export const shownKinds = [...articleStates, 'review'] as const;

/** Unknown words are passed over, so that an old link still opens. */
export function parseKnowledgeQuery(params: URLSearchParams): KnowledgeQuery {
  const wanted = params.get('shown');
  const carrier = params.get('carrier');
  return {
    shown: shownKinds.find((kind) => kind === wanted) ?? 'published',
    carrier: carrier && /^[a-z0-9-]{1,32}$/.test(carrier) ? carrier : null,
  };
}
