import { data, redirect } from 'react-router';
import { SuggestionForm } from '#app/features/knowledge/knowledge-forms.ts';
import { readArticle } from '#app/features/knowledge/read-knowledge.ts';
import { suggestChange } from '#app/features/knowledge/suggest-change.ts';
import { SuggestionEditor } from '#app/features/knowledge/suggestion-editor.tsx';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-suggestion.ts';

/** Of an article, or of one that is missing. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:suggest');
  if (params.articleId === undefined) return { article: null };
  const detail = await readArticle(desk, params.articleId);
  if (!detail) throw data(null, { status: 404 });
  return { article: detail.article };
}

/** Lays other words before the lead. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(SuggestionForm, request);
  if (!form.ok) return faulty(form.faults);
  const sent = await suggestChange(knowledgeDeskOf(context), params.articleId ?? null, form.value);
  const back = params.articleId ? `/${params.articleId}` : '';
  return sent.ok ? redirect(`/t/${params.tenant}/desk/knowledge${back}`) : refusal(sent.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.form.suggestTitle);

export default function KnowledgeSuggestion({ loaderData, actionData }: Route.ComponentProps) {
  return <SuggestionEditor article={loaderData.article} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
