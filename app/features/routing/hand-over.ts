import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listCasesToHandOver } from '#db/tenant/queries/routing.ts';

const mostAtOnce = 500;
const mostRounds = 20;

/**
 * An agent has left: what still needs us goes back to the queue, in order of its clock. What waits for the
 * subscriber stays his, for that subscriber will come back to him. A race lost to a colleague is tried again.
 */
export async function handOver(db: TenantDb, userId: string, now: Date): Promise<number> {
  let released = 0;
  for (let round = 0; round < mostRounds; round++) {
    const held = await listCasesToHandOver(db, userId, mostAtOnce);
    if (held.length === 0) break;
    for (const row of held) {
      const change = { event: 'handed-over', note: { from: userId }, set: { assigneeId: null } };
      const written = writeCaseChange(db, row, change, { by: 'worker', actor: 'worker', at: now });
      if (!written.ok) continue;
      const committed = await commit(db, written.statements, [{ topic: 'case', id: row.id }]);
      if (committed.ok) released += 1;
    }
  }
  return released;
}
