import { addConsent, ConsentInput } from '#app/features/outreach/keep-papers.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/contact-consents.ts';

/** Records what a subscriber agreed to. */
export function action({ request, params: { subscriberId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, ConsentInput, (desk, input) =>
    addConsent(desk, { ...input, subscriberId }),
  );
}
