import { ProfileInput, saveProfile } from '#app/features/routing/save-profile.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/team-profiles.ts';

/** Says what one person is given. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, ProfileInput, saveProfile);
}
