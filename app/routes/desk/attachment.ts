import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { getAttachment } from '#db/tenant/queries/attachments.ts';
import type { Route } from './+types/attachment.ts';

/** A file of a message, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { tenant, db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const file = await getAttachment(db, params.attachmentId);
  const store = fileStore(context.get(servicesContext).env.PULT_DATA_DIR, tenant.id);
  const bytes = file?.sha256 ? await store.read(file.sha256) : null;
  if (!file || !bytes) throw data(null, { status: 404 });
  return downloadResponse(file, bytes);
}
