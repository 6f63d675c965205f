import { UpdateInput, updateIncident } from '#app/features/incident/update-incident.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/incident-updates.ts';

/** One word to everybody whose case the incident holds. */
export function action({ request, params: { incidentId }, context }: Route.ActionArgs) {
  return answerJson({ request, context }, UpdateInput, (desk, input) =>
    updateIncident(desk, { ...input, incidentId }),
  );
}
