import { withdrawConsent } from '#app/features/outreach/keep-papers.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/contact-consent-withdrawal.ts';

/** Takes a consent back. */
export async function action({ params, context }: Route.ActionArgs) {
  const withdrawn = await withdrawConsent(requestDeskOf(context), params);
  return withdrawn.ok ? { done: withdrawn.value } : refusal(withdrawn.error);
}
