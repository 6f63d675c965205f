import { acceptSuggestion } from '#app/features/knowledge/decide-suggestion.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-acceptance.ts';

/** Takes the suggested words over. */
export async function action({ params, context }: Route.ActionArgs) {
  const decided = await acceptSuggestion(knowledgeDeskOf(context), params.suggestionId);
  return decided.ok ? { ok: true } : refusal(decided.error);
}
