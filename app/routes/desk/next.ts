import { z } from 'zod';
import { takeNext } from '#app/features/routing/take-next.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/next.ts';

/** Takes the next case. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, z.strictObject({}), (desk) => takeNext(desk));
}
