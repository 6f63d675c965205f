import { data } from 'react-router';
import { ArticleHistory } from '#app/features/knowledge/article-history.tsx';
import { readHistory } from '#app/features/knowledge/read-knowledge.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-history.ts';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:read');
  const { searchParams } = new URL(request.url);
  const versionOf = (name: string) => Number(searchParams.get(name)) || null;
  const history = await readHistory(desk, params.articleId, { from: versionOf('from'), to: versionOf('to') });
  if (!history) throw data(null, { status: 404 });
  return history;
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.article.title);

export default function KnowledgeHistory({ loaderData }: Route.ComponentProps) {
  return <ArticleHistory {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
