import { findKnowledge } from '#app/features/knowledge/find-knowledge.ts';
import { parseKnowledgeQuery } from '#app/features/knowledge/knowledge-query.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-search.ts';

/** What answers a question while it is being typed: articles, tariff plans, options. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor, now } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:read');
  const { searchParams } = new URL(request.url);
  const { carrier } = parseKnowledgeQuery(searchParams);
  return findKnowledge(db, { text: searchParams.get('q') ?? '', carrier, now });
}

export const shouldRevalidate = () => false;
