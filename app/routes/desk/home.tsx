import { redirect } from 'react-router';
import { type Actor, can } from '#app/features/access/can.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/home.ts';

/** A manager begins with the morning, whoever works on cases with them, a client company with its reports. */
export function loader({ context }: Route.LoaderArgs) {
  const { tenant, actor } = context.get(workplaceContext);
  return redirect(`/t/${tenant.slug}/${firstPageOf(actor)}`);
}

function firstPageOf(actor: Actor): string {
  if (can(actor, 'report:write')) return 'plan/morning';
  return can(actor, 'case:read') ? 'desk/cases' : 'report';
}

/** Never shown. Without a page here, whoever may not see this address would read a bare `null`. */
export default function DeskHome() {
  return null;
}
