import { redirect } from 'react-router';
import { can } from '#app/features/access/can.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/home.ts';

/** Whoever works on cases begins with them; a client company with its reports. */
export function loader({ context }: Route.LoaderArgs) {
  const { tenant, actor } = context.get(workplaceContext);
  const area = can(actor, 'case:read') ? 'desk/cases' : 'report';
  return redirect(`/t/${tenant.slug}/${area}`);
}

/** Never shown. Without a page here, whoever may not see this address would read a bare `null`. */
export default function DeskHome() {
  return null;
}
