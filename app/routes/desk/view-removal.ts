import { removeView } from '#app/features/saved-view/save-view.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/view-removal.ts';

/** Removes a view of one's own. */
export async function action({ params, context }: Route.ActionArgs) {
  const { db, actor } = context.get(workplaceContext);
  await removeView(db, actor.userId, params.viewId);
  return { ok: true };
}
