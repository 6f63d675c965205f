import { openTalk, TalkInput } from '#app/features/save-desk/open-talk.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/line-saves.ts';

/** Begins a talk with somebody who asked to leave. */
export function action({ request, params: { lineId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, TalkInput, (desk, input) =>
    openTalk({ ...desk, timeZone }, { ...input, lineId }),
  );
}
