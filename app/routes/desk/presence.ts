import { z } from 'zod';
import { presenceStates } from '#app/features/routing/routing.ts';
import { setPresence } from '#app/features/routing/set-presence.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/presence.ts';

const PresenceInput = z.strictObject({ state: z.enum(presenceStates) });

/** Says whether this person takes work. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, PresenceInput, (desk, { state }) => setPresence(desk, state));
}
