import { declineSuggestion } from '#app/features/knowledge/decide-suggestion.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-declining.ts';

/** Leaves the article as it is. */
export async function action({ params, context }: Route.ActionArgs) {
  const decided = await declineSuggestion(knowledgeDeskOf(context), params.suggestionId);
  return decided.ok ? { ok: true } : refusal(decided.error);
}
