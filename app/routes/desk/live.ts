import { can } from '#app/features/access/can.ts';
import { noteSeen } from '#app/features/routing/set-presence.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { liveResponse } from '#app/platform/live-response.ts';
import type { Route } from './+types/live.ts';

/** What changes at this client company, as it happens. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { live, now } = context.get(servicesContext);
  const { tenant, actor, db } = context.get(workplaceContext);
  const hearsPresence = can(actor, 'case:read');
  const { userId } = actor;
  // A stream may outlive its database at the end of the process; the next beat would say it again.
  const onAlive = () => void noteSeen(db, userId, now()).catch(() => undefined);
  const listener = { tenantId: tenant.id, userId, closed: request.signal, hearsPresence, onAlive };
  return liveResponse(live, listener);
}
