import { findAnything } from '#app/features/request/find-anything.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/search.ts';

/** Subscribers and requests by any form of a number, a name, a contract. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'subscriber:read');
  return findAnything(db, new URL(request.url).searchParams.get('q') ?? '');
}

export const shouldRevalidate = () => false;
