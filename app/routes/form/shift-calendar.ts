import { data } from 'react-router';
import { readFeed } from '#app/features/my-shifts/read-feed.ts';
import { servicesContext } from '#app/platform/context.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/shift-calendar.ts';

/** A person's shifts for his calendar program: whoever holds the address reads them, and nothing else. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { databases, now } = context.get(servicesContext);
  const tenant = await getTenantBySlug(databases.control, params.tenantSlug);
  const text =
    tenant && (await readFeed(await databases.openTenant(tenant.id), tenant, params.feedToken, now()));
  if (!text) throw data(null, { status: 404 });
  return new Response(text, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
