import { z } from 'zod';
import { attachCase } from '#app/features/incident/gather-cases.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-incident.ts';

const AttachmentInput = z.strictObject({ incidentId: z.uuid() });

/** Joins a case to an incident by hand. */
export function action({ request, params: { caseId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, AttachmentInput, (desk, { incidentId }) =>
    attachCase(desk, { incidentId, caseId }),
  );
}
