import { addSynonyms, SynonymInput } from '#app/features/knowledge/change-synonyms.ts';
import { SynonymsPage } from '#app/features/knowledge/synonyms-page.tsx';
import { tradeSynonyms } from '#app/features/knowledge/trade-synonyms.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { listSynonymSets } from '#db/tenant/queries/knowledge.ts';
import type { Route } from './+types/knowledge-synonyms.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:write');
  const own = await listSynonymSets(db);
  return { own: own.map(({ id, words }) => ({ id, words })), trade: tradeSynonyms };
}

/** Keeps words that mean the same. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SynonymInput, request);
  if (!form.ok) return faulty(form.faults);
  const added = await addSynonyms(knowledgeDeskOf(context), form.value);
  return added.ok ? { ok: true } : refusal(added.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.synonyms.title);

export default function KnowledgeSynonyms({ loaderData, actionData }: Route.ComponentProps) {
  return <SynonymsPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
