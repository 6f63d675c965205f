import { NothingForm } from '#app/features/case/case-forms.ts';
import { withdrawReply } from '#app/features/case/withdraw-reply.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-reply-withdrawal.ts';

/** Takes a reply back before it is out. */
export function action(args: Route.ActionArgs) {
  const { caseId, messageId } = args.params;
  return answerJson(args, NothingForm, (desk) => withdrawReply(desk, { caseId, messageId }));
}
