import { v7 as uuid } from 'uuid';
import type { FileStore } from '#app/features/attachment/file-store.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { moveMailCursor } from '#db/tenant/queries/mail.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { type FetchedMail, inbox } from './fetch-mail.ts';

/**
 * Puts a mail on the disk, then its row, the work to file it and the new cursor in one batch: whatever dies
 * in between, the mail is fetched again and is one row. Nothing in it is looked at here.
 */
export async function keepArrival(
  db: TenantDb,
  store: FileStore,
  mail: FetchedMail,
  now: Date,
): Promise<void> {
  const sha256 = await store.keep(mail.raw);
  const cursor = { folder: inbox, uidValidity: mail.uidValidity, lastUid: mail.uid, readAt: now };
  const id = uuid();
  const row = db.insert(mailArrivals).values({
    id,
    sha256,
    sizeBytes: mail.sizeBytes,
    state: 'kept',
    reason: mail.isHeadOnly ? 'too-large' : null,
    flags: [],
    arrivedAt: mail.arrivedAt,
  });
  const work = { queue: 'mail-arrival', gate: 'mail-arrival', lane: 'interactive' as const };
  const file = callFor(db, { ...work, payload: { arrivalId: id }, dueAt: now }, now);
  const written = await commit(db, [row, file, moveMailCursor(db, cursor)]);
  // The same bytes again: they are kept, and only the cursor moves on.
  if (!written.ok) await commit(db, [moveMailCursor(db, cursor)]);
}
