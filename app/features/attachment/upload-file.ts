import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { carriesFiles } from '#app/features/contact/contact.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listUploads, sumUploads } from '#db/tenant/queries/attachments.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { type AttachmentRefusal, type Incoming, mostUploads } from './attachment.ts';
import type { FileStore } from './file-store.ts';
import { keepFile } from './keep-attachments.ts';

export type UploadedFile = { id: string; name: string; sizeBytes: number };
type UploadRefusal = AttachmentRefusal | { code: 'forbidden' } | { code: 'case-not-found' };

const dayMs = 86_400_000;
/** More than anybody needs to answer with, less than it takes to fill a disk. */
const mostBytesOfPerson = 500 * 1024 * 1024;
const mostBytesOfCase = 300 * 1024 * 1024;

/** Keeps a file that a person brings for his reply in a case. Nobody else can send or remove it. */
export async function uploadFile(
  { db, actor, now }: CaseDesk,
  store: FileStore,
  caseId: string,
  file: Incoming,
): Promise<Result<UploadedFile, UploadRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden' });
  const target = await getCase(db, caseId);
  if (!target) return refuse({ code: 'case-not-found' });
  if (!carriesFiles(target.channel)) return refuse({ code: 'files-not-carried' });
  const here = await listUploads(db, caseId, actor.userId);
  if (here.length >= mostUploads) return refuse({ code: 'too-many-files' });
  const since = new Date(now.getTime() - dayMs);
  const isFull =
    (await sumUploads(db, { userId: actor.userId }, since)) >= mostBytesOfPerson ||
    (await sumUploads(db, { caseId }, since)) >= mostBytesOfCase;
  if (isFull) return refuse({ code: 'too-many-today' });
  const kept = await keepFile(store, file);
  if (kept.sha256 === null) return refuse({ code: `file-${kept.refusedReason}` });
  const { name, type, sizeBytes, sha256 } = kept;
  const row = { id: uuid(), caseId, userId: actor.userId, name, type, sizeBytes, sha256, at: now };
  await commit(db, [db.insert(uploads).values(row)]);
  return ok({ id: row.id, name, sizeBytes });
}

/** A file that is not there, or is another's, is left as it is: the answer tells neither from the other. */
export async function removeUpload(
  { db, actor, now }: CaseDesk,
  caseId: string,
  uploadId: string,
): Promise<void> {
  const own = and(eq(uploads.id, uploadId), eq(uploads.caseId, caseId), eq(uploads.userId, actor.userId));
  const waiting = and(own, isNull(uploads.messageId));
  await commit(db, [db.update(uploads).set({ removedAt: now }).where(waiting)]);
}
