import { readCallsInHand } from '#app/features/call/read-calls.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/calls.ts';

/** What rings or is spoken at this person's own telephone. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'subscriber:read');
  return { calls: await readCallsInHand(db, actor.userId, context.get(servicesContext).now()) };
}
