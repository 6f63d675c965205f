import { eq } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getLastWorkloadRun } from '#db/tenant/queries/workload-night.ts';
import { workloadRuns } from '#db/tenant/schema/workload.ts';
import { callForWorkloadNight } from './open-workload-night.ts';

/** For the batch that changes what is learnt from: every queue of the last night is foretold anew. */
export async function foretellAgain(db: TenantDb, now: Date): Promise<Statement[]> {
  const last = await getLastWorkloadRun(db);
  // Before the first night nothing was foretold; a night that still counts comes to it.
  if (!last || last.stage === 'counting') return [];
  const again = { stage: 'foretelling' as const, cursor: '', changedAt: now };
  return [
    db.update(workloadRuns).set(again).where(eq(workloadRuns.on, last.on)),
    callForWorkloadNight(db, last.on, now),
  ];
}
