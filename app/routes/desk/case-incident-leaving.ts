import { z } from 'zod';
import { detachCase } from '#app/features/incident/gather-cases.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-incident-leaving.ts';

/** Takes a case out of its incident. */
export function action({ request, params: { caseId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, z.strictObject({}), (desk) => detachCase(desk, caseId));
}
