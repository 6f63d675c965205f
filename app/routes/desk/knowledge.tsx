import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { KnowledgePage } from '#app/features/knowledge/knowledge-page.tsx';
import { parseKnowledgeQuery } from '#app/features/knowledge/knowledge-query.ts';
import { readKnowledgeList } from '#app/features/knowledge/read-knowledge.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { isSameReading } from '#app/platform/revalidation.ts';
import type { Route } from './+types/knowledge.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:read');
  return readKnowledgeList(desk, parseKnowledgeQuery(new URL(request.url).searchParams));
}

/** Opening an article beside the list does not read the list again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const isSameTenant = args.currentParams.tenant === args.nextParams.tenant;
  return !isSameReading(args, isSameTenant && args.currentUrl.search === args.nextUrl.search);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.knowledge.title);

export default function Knowledge({ loaderData }: Route.ComponentProps) {
  return <KnowledgePage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
