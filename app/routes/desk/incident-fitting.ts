import { MatchForm } from '#app/features/incident/incident-form.ts';
import { countFitting } from '#app/features/incident/read-incidents.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/incident-fitting.ts';

/** How many open cases an incident would gather, asked while it is being declared. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'incident:write');
  const match = MatchForm.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return match.success ? countFitting(db, match.data) : { count: 0, isWhole: true };
}
