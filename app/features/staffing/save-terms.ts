import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { partsOf, WorkQueue } from '#app/features/workload/work-queue.ts';
import type { WorkloadRefusal } from '#app/features/workload/workload-refusal.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { staffingTerms } from '#db/tenant/schema/workload.ts';
import { promisesNothing, StaffingTerms } from './terms.ts';

export const TermsInput = z.strictObject({ queue: WorkQueue, terms: StaffingTerms });

/** Says what is promised to a queue and what its work is like; the newest word holds. */
export async function saveTerms(
  { db, actor, now }: { db: TenantDb; actor: Actor; now: Date },
  { queue, terms }: z.infer<typeof TermsInput>,
): Promise<Result<null, WorkloadRefusal>> {
  if (!can(actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  if (promisesNothing(partsOf(queue).channel, terms)) return refuse({ code: 'terms-promise-nothing' });
  const said = { terms, changedBy: actor.userId, changedAt: now };
  await commit(db, [
    db
      .insert(staffingTerms)
      .values({ queue, ...said })
      .onConflictDoUpdate({ target: staffingTerms.queue, set: said }),
  ]);
  return ok(null);
}
