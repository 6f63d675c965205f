import { can } from '#app/features/access/can.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { liveResponse } from '#app/platform/live-response.ts';
import type { Route } from './+types/live.ts';

/** What changes at this client company, as it happens. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { live } = context.get(servicesContext);
  const { tenant, actor } = context.get(workplaceContext);
  const hearsPresence = can(actor, 'case:read');
  const { userId } = actor;
  return liveResponse(live, { tenantId: tenant.id, userId, closed: request.signal, hearsPresence });
}
