import { removeSynonyms } from '#app/features/knowledge/change-synonyms.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-synonym-removal.ts';

/** The words stop meaning the same. */
export async function action({ params, context }: Route.ActionArgs) {
  const removed = await removeSynonyms(knowledgeDeskOf(context), params.setId);
  return removed.ok ? { ok: true } : refusal(removed.error);
}
