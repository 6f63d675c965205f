import { readNotice } from '#app/features/cabinet/mark-read.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/notice-reading.ts';

/** He opened a notice of his; a foreign one is left alone. */
export async function action({ params, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  await readNotice(db, open.subscriberId, params.ownNoticeId, context.get(servicesContext).now());
  return { done: true };
}
