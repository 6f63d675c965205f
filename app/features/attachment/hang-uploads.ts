import { inArray } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listUploads } from '#db/tenant/queries/attachments.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { hangFiles } from './keep-attachments.ts';

/** The statements by which what a person has brought for a case goes with his message. */
export async function hangUploads(
  db: TenantDb,
  { caseId, userId, messageId }: { caseId: string; userId: string; messageId: string },
): Promise<Statement[]> {
  const own = await listUploads(db, caseId, userId);
  if (own.length === 0) return [];
  const files = own.map(({ name, type, sizeBytes, sha256 }) => ({
    name,
    type,
    sizeBytes,
    sha256,
    refusedReason: null,
  }));
  const ids = own.map(({ id }) => id);
  return [
    ...hangFiles(db, messageId, files),
    db.update(uploads).set({ messageId }).where(inArray(uploads.id, ids)),
  ];
}
