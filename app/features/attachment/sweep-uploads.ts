import { inArray } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listStaleUploads } from '#db/tenant/queries/attachments.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import type { FileStore } from './file-store.ts';
import { removeFiles } from './remove-files.ts';

const dayMs = 86_400_000;
/** A reply is written in days: what was not sent within a month never will be. */
const keepUnsentMs = 30 * dayMs;
/** What was sent or taken away counts for a day in what may be brought. */
const keepGoneMs = dayMs;
const mostAtOnce = 500;

/**
 * Forgets files that were brought for a reply and never sent, and that others were brought. Bytes that no
 * message, mail or waiting reply has any more go with them. Returns how many it forgot.
 */
export async function sweepUploads(db: TenantDb, store: FileStore, now: Date): Promise<number> {
  const unsentBefore = new Date(now.getTime() - keepUnsentMs);
  const goneBefore = new Date(now.getTime() - keepGoneMs);
  const stale = await listStaleUploads(db, { unsentBefore, goneBefore }, mostAtOnce);
  if (stale.length === 0) return 0;
  const ids = stale.map(({ id }) => id);
  await commit(db, [db.delete(uploads).where(inArray(uploads.id, ids))]);
  await removeFiles(
    db,
    store,
    stale.map(({ sha256 }) => sha256),
  );
  return stale.length;
}
