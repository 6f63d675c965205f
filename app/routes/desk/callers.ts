import { findCallers } from '#app/features/contact/find-callers.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/callers.ts';

/** Who a contact may be from, with the cases it may join. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'contact:log');
  return findCallers(db, new URL(request.url).searchParams.get('q') ?? '');
}

export const shouldRevalidate = () => false;
