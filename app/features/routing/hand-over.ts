import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listOpenCasesOf } from '#db/tenant/queries/routing.ts';
import { noteSilent } from './set-presence.ts';

const mostAtOnce = 500;

/**
 * An agent has left: what still needs us goes back to the queue, in order of its clock. What waits for the
 * subscriber stays his, for that subscriber will come back to him.
 */
export async function handOver(db: TenantDb, userId: string, now: Date): Promise<number> {
  const held = await listOpenCasesOf(db, userId, mostAtOnce);
  let released = 0;
  for (const row of held.filter(({ state }) => state !== 'waiting')) {
    const change = { event: 'handed-over', note: { from: userId }, set: { assigneeId: null } };
    const written = writeCaseChange(db, row, change, { by: 'worker', actor: 'worker', at: now });
    if (!written.ok) continue;
    const committed = await commit(db, written.statements, [{ topic: 'case', id: row.id }]);
    if (committed.ok) released += 1;
  }
  return released;
}

/** Hands over the work of those whose page fell silent. */
export async function handOverSilent(db: TenantDb, now: Date): Promise<void> {
  for (const userId of await noteSilent(db, now)) await handOver(db, userId, now);
}
