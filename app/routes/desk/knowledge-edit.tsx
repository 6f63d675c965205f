import { data, redirect } from 'react-router';
import { ArticleEditor } from '#app/features/knowledge/article-editor.tsx';
import { ArticleForm, VersionField } from '#app/features/knowledge/knowledge-forms.ts';
import { readArticle } from '#app/features/knowledge/read-knowledge.ts';
import { updateArticle } from '#app/features/knowledge/update-article.ts';
import { faulty, parseForm, readFields } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-edit.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'knowledge:write');
  const detail = await readArticle(desk, params.articleId);
  if (!detail) throw data(null, { status: 404 });
  return { article: detail.article };
}

/** Keeps the new words as the next version. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { version, ...fields } = Object.fromEntries(await readFields(request));
  const form = parseForm(ArticleForm, fields);
  const base = parseForm(VersionField, version);
  if (!form.ok || !base.ok) return faulty(form.ok ? {} : form.faults);
  const saved = await updateArticle(knowledgeDeskOf(context), params.articleId, base.value, form.value);
  return saved.ok ? redirect(`/t/${params.tenant}/desk/knowledge/${params.articleId}`) : refusal(saved.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.form.editTitle);

export default function KnowledgeEdit({ loaderData, actionData }: Route.ComponentProps) {
  return <ArticleEditor key={loaderData.article.id} article={loaderData.article} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
