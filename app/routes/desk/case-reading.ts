import { markRead } from '#app/features/case/attend-case.ts';
import { ReadingForm } from '#app/features/case/case-forms.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-reading.ts';

/** Remembers what one has read of a case. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, ReadingForm, (desk, { messageId }) => markRead(desk, { caseId, messageId }));
}
