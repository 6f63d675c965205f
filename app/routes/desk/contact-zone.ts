import { setZone, ZoneInput } from '#app/features/outreach/keep-papers.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/contact-zone.ts';

/** Says where a subscriber lives by the clock. */
export function action({ request, params: { subscriberId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, ZoneInput, (desk, input) =>
    setZone(desk, { ...input, subscriberId }),
  );
}
