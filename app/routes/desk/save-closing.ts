import { ClosingInput, closeTalk } from '#app/features/save-desk/close-talk.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/save-closing.ts';

/** Ends a talk with its outcome and reason. */
export function action({ request, params: { saveId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, ClosingInput, (desk, input) =>
    closeTalk({ ...desk, timeZone }, { ...input, saveId }),
  );
}
