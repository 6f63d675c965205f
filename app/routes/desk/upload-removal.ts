import { removeUpload } from '#app/features/attachment/upload-file.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/upload-removal.ts';

/** A file that shall not go with the reply after all. */
export async function action({ params, context }: Route.ActionArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:write');
  const desk = { db, actor, now: context.get(servicesContext).now() };
  await removeUpload(desk, params.caseId, params.uploadId);
  return { ok: true };
}
