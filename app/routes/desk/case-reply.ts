import { ReplyInput } from '#app/features/case/case-inputs.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-reply.ts';

/** Writes the subscriber a reply, held while it can be taken back. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, ReplyInput, (desk, input) => sendReply(desk, { caseId, ...input }));
}
