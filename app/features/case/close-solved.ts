import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listSolvedBefore } from '#db/tenant/queries/cases.ts';
import { writeCaseChange } from './write-case-change.ts';

/** The repeat window: what comes back within it is the same case. */
export const repeatWindowMs = 7 * 24 * 3_600_000;
const mostAtOnce = 200;

/** Closes what was solved a repeat window ago and not touched since. Returns how many it closed. */
export async function closeSolved(db: TenantDb, now: Date): Promise<number> {
  const before = new Date(now.getTime() - repeatWindowMs);
  const rows = await listSolvedBefore(db, before, mostAtOnce);
  let closed = 0;
  for (const row of rows) {
    const written = writeCaseChange(db, row, { move: 'close' }, { by: 'worker', actor: 'worker', at: now });
    if (!written.ok) continue;
    const committed = await commit(db, written.statements, [{ topic: 'case', id: row.id }]);
    if (committed.ok) closed += 1;
  }
  return closed;
}
