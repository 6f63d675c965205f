import { redirect } from 'react-router';
import { can } from '#app/features/access/can.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/home.ts';

/** Whoever works on cases begins with them; the others with the requests. */
export function loader({ context }: Route.LoaderArgs) {
  const { tenant, actor } = context.get(workplaceContext);
  const list = can(actor, 'case:read') ? 'cases' : 'requests';
  return redirect(`/t/${tenant.slug}/desk/${list}`);
}

/** Never shown. Without a page here, whoever may not see this address would read a bare `null`. */
export default function DeskHome() {
  return null;
}
