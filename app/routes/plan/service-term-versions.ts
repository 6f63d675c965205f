import { setServiceTerms, TermsInput } from '#app/features/service-terms/set-service-terms.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/service-term-versions.ts';

/** Says what the contract promises from a month on. */
export function action({ request, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, TermsInput, (desk, input) =>
    setServiceTerms(desk, dateAt(desk.now.getTime(), timeZone), input),
  );
}
