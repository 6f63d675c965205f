import { addBar, BarInput } from '#app/features/outreach/keep-papers.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/contact-bars.ts';

/** Bars contacts about a subscriber's debt. */
export function action({ request, params: { subscriberId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, BarInput, (desk, input) =>
    addBar(desk, { ...input, subscriberId }),
  );
}
