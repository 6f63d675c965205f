import { readCaseTabs } from '#app/features/case/read-case-tabs.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/case-tabs.ts';

/** What the tabs of open cases show; read again when something changes. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  return readCaseTabs(db, actor.userId, new URL(request.url).searchParams.getAll('id'));
}
