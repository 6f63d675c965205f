import { makePromise, PromiseInput } from '#app/features/promise/make-promise.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-promises.ts';

/** Takes a promise to pay. */
export function action({ request, params: { receivableId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, PromiseInput, (desk, input) =>
    makePromise({ ...desk, timeZone }, { ...input, receivableId }),
  );
}
