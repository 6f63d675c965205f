import type { TenantDb } from '#db/open.ts';
import { listSilent } from '#db/tenant/queries/routing.ts';
import { handOver } from './hand-over.ts';
import { noteSilent, silenceMs } from './set-presence.ts';

/**
 * Takes those off the line whose page fell silent, and hands over their work: before, so that a crash between
 * is made up for next time, and after, for what they were given meanwhile.
 */
export async function handOverSilent(db: TenantDb, now: Date): Promise<void> {
  const since = new Date(now.getTime() - silenceMs);
  for (const { userId } of await listSilent(db, since)) {
    await handOver(db, userId, now);
    await noteSilent(db, userId, now);
    await handOver(db, userId, now);
  }
}
