import { and, eq, inArray, lt, ne, notExists } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callTasks, ladderMoves } from '#db/tenant/schema/ladder.ts';

const yearsKept = 3;
/** So many at once, so that nobody waits for it. */
const atOnce = 1000;

/**
 * What happened on the ladders is kept for three years, as the contacts are that came of it (230-FZ, art. 17), and
 * forgotten after that together with the calls it led to. A call that is still to be made keeps its move.
 */
export async function forgetMoves(db: TenantDb, now: Date): Promise<void> {
  const before = new Date(now);
  before.setUTCFullYear(now.getUTCFullYear() - yearsKept);
  const calls = db
    .select({ id: callTasks.id })
    .from(callTasks)
    .where(and(ne(callTasks.state, 'open'), lt(callTasks.createdAt, before)))
    .limit(atOnce);
  const isCalled = db
    .select({ id: callTasks.id })
    .from(callTasks)
    .where(eq(callTasks.moveId, ladderMoves.id));
  // By its date, which has an index; a day is nothing after three years.
  const isOld = lt(ladderMoves.on, before.toISOString().slice(0, 10));
  const moves = db
    .select({ id: ladderMoves.id })
    .from(ladderMoves)
    .where(and(isOld, notExists(isCalled)))
    .limit(atOnce);
  await commit(db, [
    db.delete(callTasks).where(inArray(callTasks.id, calls)),
    db.delete(ladderMoves).where(inArray(ladderMoves.id, moves)),
  ]);
}
