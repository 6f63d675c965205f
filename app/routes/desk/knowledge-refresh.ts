import { refreshCatalogue } from '#app/features/knowledge/refresh-catalogue.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/knowledge-refresh.ts';

/** Asks the carrier what it offers now. */
export async function action({ params, context }: Route.ActionArgs) {
  const asked = await refreshCatalogue(knowledgeDeskOf(context), params.carrier);
  return asked.ok ? { ok: true } : refusal(asked.error);
}
