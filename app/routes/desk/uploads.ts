import { data } from 'react-router';
import { mostAttachmentBytes } from '#app/features/attachment/attachment.ts';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { uploadFile } from '#app/features/attachment/upload-file.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { filesOf, readUpload } from '#app/platform/read-upload.ts';
import type { TenantDb } from '#db/open.ts';
import { listUploads } from '#db/tenant/queries/attachments.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import type { Route } from './+types/uploads.ts';

/** What this person has brought for his reply. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:write');
  await demandCase(db, params.caseId);
  const files = await listUploads(db, params.caseId, actor.userId);
  return { files: files.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes })) };
}

/** One file more for his reply. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { tenant, db, actor } = context.get(workplaceContext);
  const { env, now } = context.get(servicesContext);
  demand(actor, 'case:write');
  await demandCase(db, params.caseId);
  const [file] = await filesOf(await readUpload(request, mostAttachmentBytes + 64 * 1024), 'file');
  if (!file) return faulty({ file: 'required' });
  const desk = { db, actor, now: now() };
  const uploaded = await uploadFile(desk, fileStore(env.PULT_DATA_DIR, tenant.id), params.caseId, file);
  return uploaded.ok ? { file: uploaded.value } : refusal(uploaded.error);
}

/** Before anything is read: a case that is not there takes no files. */
async function demandCase(db: TenantDb, caseId: string): Promise<void> {
  if (!(await getCase(db, caseId))) throw data(null, { status: 404 });
}
