import { redirect } from 'react-router';
import { ArticleEditor } from '#app/features/knowledge/article-editor.tsx';
import { createArticle } from '#app/features/knowledge/create-article.ts';
import { ArticleForm } from '#app/features/knowledge/knowledge-forms.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-new.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { actor } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:write');
  return null;
}

/** Makes a draft. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ArticleForm, request);
  if (!form.ok) return faulty(form.faults);
  const made = await createArticle(knowledgeDeskOf(context), form.value);
  return made.ok
    ? redirect(`/t/${params.tenant}/desk/knowledge/${made.value.id}?shown=draft`)
    : refusal(made.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.form.newTitle);

export default function KnowledgeNew({ actionData }: Route.ComponentProps) {
  return <ArticleEditor article={null} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
