import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { liveResponse } from '#app/platform/live-response.ts';
import type { Route } from './+types/live.ts';

/** What changes at this client company, as it happens. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { live } = context.get(servicesContext);
  return liveResponse(live, context.get(workplaceContext).tenant.id, request.signal);
}
