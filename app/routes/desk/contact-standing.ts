import { data } from 'react-router';
import { readStanding } from '#app/features/outreach/read-standing.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/contact-standing.ts';

/** How a subscriber may be contacted now, with the papers behind it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'outreach:bar');
  const standing = await readStanding(db, params.subscriberId, context.get(servicesContext).now());
  if (!standing) throw data(null, { status: 404 });
  return standing;
}
