import { endSessions } from '#app/features/cabinet/cabinet-session.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import type { Route } from './+types/session-ending.ts';

/** Ends one of his sessions, or without an id all of them; a foreign one is left alone. */
export async function action({ params, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  await endSessions(db, open.subscriberId, params.sessionId);
  return { done: true };
}
