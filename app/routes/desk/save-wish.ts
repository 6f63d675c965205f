import { WishFields } from '#app/features/save-desk/open-talk.ts';
import { changeWish } from '#app/features/save-desk/take-talk.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/save-wish.ts';

/** Says anew what he wants and when he applied for it. */
export function action({ request, params: { saveId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, WishFields, (desk, input) =>
    changeWish({ ...desk, timeZone }, { ...input, saveId }),
  );
}
