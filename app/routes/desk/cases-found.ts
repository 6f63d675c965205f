import { mostBulk } from '#app/features/case/bulk-deed.ts';
import { caseFilterOf, parseCaseQuery } from '#app/features/case/case-query.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { listCaseIds } from '#db/tenant/queries/case-counts.ts';
import type { Route } from './+types/cases-found.ts';

/** Everything that the list's address finds, for a deed on all of it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:write');
  const query = parseCaseQuery(new URL(request.url).searchParams);
  const filter = caseFilterOf(query, actor.userId, context.get(servicesContext).now());
  return { found: await listCaseIds(db, filter, mostBulk) };
}

export const shouldRevalidate = () => false;
