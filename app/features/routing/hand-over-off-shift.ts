import type { TenantDb } from '#db/open.ts';
import { listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { handOver } from './hand-over.ts';
import { readOffShift } from './read-off-shift.ts';

/** So long after a shift its person ends what he has begun, ms. */
const endingMs = 10 * 60_000;
/** What is handed to somebody later than this is his for his next shift, ms. */
const overMs = 60 * 60_000;

/** Hands over what those still have in hand whose shift has ended and was not made longer, where the roster rules the desk. */
export async function handOverOffShift(db: TenantDb, now: Date): Promise<void> {
  const before = new Date(now.getTime() - endingMs);
  const told = await listPublishedAt(db, { from: new Date(now.getTime() - overMs), to: before });
  const ended = told.filter(({ endsAt }) => endsAt <= before).map(({ userId }) => userId);
  const gone = await readOffShift(db, now, [...new Set(ended)]);
  for (const userId of gone) await handOver(db, userId, now);
}
