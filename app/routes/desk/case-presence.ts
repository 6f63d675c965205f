import { PresenceForm } from '#app/features/case/case-forms.ts';
import { tellPresence } from '#app/features/case/tell-presence.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/case-presence.ts';

/** Tells colleagues that one looks at a case or writes in it. Nothing is kept and nothing is locked. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  const { live } = args.context.get(servicesContext);
  return answerJson(args, PresenceForm, (desk, { doing }) =>
    tellPresence({ ...desk, live }, { caseId, doing }),
  );
}
