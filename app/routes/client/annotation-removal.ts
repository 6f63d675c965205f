import { removeAnnotation } from '#app/features/annotation/annotate.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/annotation-removal.ts';

/** Takes a note off the charts. */
export async function action({ params, context }: Route.ActionArgs) {
  const removed = await removeAnnotation(requestDeskOf(context), params.annotationId);
  return removed.ok ? { done: null } : refusal(removed.error);
}
