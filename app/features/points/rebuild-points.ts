import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { rebuildBoards } from '#db/tenant/queries/rebuild-boards.ts';

/** Makes the boards anew from the ledger, in one batch: what is settled meanwhile comes before or after it. */
export async function rebuildPoints(db: TenantDb): Promise<void> {
  const written = await commit(db, rebuildBoards(db));
  if (!written.ok) throw new Error(`The boards were not made anew: ${written.conflict}.`);
}
