import { DraftForm } from '#app/features/case/case-forms.ts';
import { saveDraft } from '#app/features/case/save-draft.ts';
import { warnOfStrangers } from '#app/features/case/warn-of-strangers.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext } from '#app/platform/context.ts';
import { ok } from '#app/platform/result.ts';
import type { Route } from './+types/case-draft.ts';

/** Keeps what one has begun to write, and says whose numbers and addresses are in it. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  const { databases } = args.context.get(servicesContext);
  return answerJson(args, DraftForm, async (desk, draft) => {
    const saved = await saveDraft(desk, { caseId, ...draft });
    if (!saved.ok) return saved;
    const reader = { db: desk.db, databases, userId: desk.actor.userId };
    return ok({ ...saved.value, strangers: await warnOfStrangers(reader, { caseId, text: draft.body }) });
  });
}
