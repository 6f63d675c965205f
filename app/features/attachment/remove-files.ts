import type { TenantDb } from '#db/open.ts';
import { isKept } from '#db/tenant/queries/attachments.ts';
import type { FileStore } from './file-store.ts';

/** Removes files by their SHA-256 unless another message, mail or waiting reply has the same bytes. */
export async function removeFiles(db: TenantDb, store: FileStore, hashes: readonly string[]): Promise<void> {
  for (const sha256 of new Set(hashes)) if (!(await isKept(db, sha256))) store.forget(sha256);
}
