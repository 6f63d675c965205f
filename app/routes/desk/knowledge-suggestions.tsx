import { readSuggestions } from '#app/features/knowledge/read-knowledge.ts';
import { SuggestionList } from '#app/features/knowledge/suggestion-list.tsx';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-suggestions.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:write');
  return { suggestions: await readSuggestions(desk) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.suggestions.title);

export default function KnowledgeSuggestions({ loaderData }: Route.ComponentProps) {
  return <SuggestionList suggestions={loaderData.suggestions} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
