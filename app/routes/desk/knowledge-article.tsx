import { data } from 'react-router';
import { ArticleView } from '#app/features/knowledge/article-view.tsx';
import { readArticle } from '#app/features/knowledge/read-knowledge.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-article.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:read');
  const detail = await readArticle(desk, params.articleId);
  if (!detail) throw data(null, { status: 404 });
  return { detail };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.detail.article.title);

export default function KnowledgeArticle({ loaderData }: Route.ComponentProps) {
  return <ArticleView key={loaderData.detail.article.id} {...loaderData.detail} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
