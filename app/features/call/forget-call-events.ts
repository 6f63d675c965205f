import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { oldCallEventsGone } from '#db/tenant/queries/calls.ts';

/** Longer than any exchange goes on telling of a call; what it made of the contact stays. */
export const keepCallEventsMs = 90 * 86_400_000;
const mostAtOnce = 5000;

/** Forgets what exchanges told of calls long ago. Returns how many events it forgot. */
export async function forgetCallEvents(db: TenantDb, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keepCallEventsMs);
  const written = await commit(db, [oldCallEventsGone(db, before, mostAtOnce)]);
  return written.ok ? (written.results[0]?.rowsAffected ?? 0) : 0;
}
