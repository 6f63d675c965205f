import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callTasks, instalmentPlans, promises, suspensions } from '#db/tenant/schema/ladder.ts';
import { makeLine, seededId, seedTime } from '#seeds/factories.ts';

/** A call, a promise, a plan and a proposal to suspend, all about one debt and marked. */
export async function fillDebts(db: TenantDb, seed: number, marker: string, receivableId: string) {
  const [callTaskId, promiseId, instalmentPlanId, suspensionId] = [180, 181, 182, 183].map((room) =>
    seededId(seedTime, seed, room),
  );
  if (!callTaskId || !promiseId || !instalmentPlanId || !suspensionId) throw new Error('No ids were made.');
  const parts = [{ on: '2026-03-10', kopecks: 50_000 }];
  const made = { state: 'open', lastOn: '2026-03-10', madeBy: marker, madeAt: seedTime } as const;
  await commit(db, [
    db.insert(callTasks).values({
      id: callTaskId,
      receivableId,
      on: '2026-03-01',
      state: 'open',
      version: 1,
      createdAt: seedTime,
    }),
    db.insert(promises).values({
      id: promiseId,
      receivableId,
      parts,
      kopecks: 50_000,
      via: 'desk',
      formToken: promiseId,
      ...made,
    }),
    db.insert(instalmentPlans).values({
      id: instalmentPlanId,
      receivableId,
      instalments: parts,
      formToken: instalmentPlanId,
      ...made,
      toleranceDays: 3,
      toleranceKopecks: 0,
    }),
    db.insert(suspensions).values({
      id: suspensionId,
      receivableId,
      lineId: makeLine(seed).id,
      state: 'proposed',
      version: 1,
      debtKopecks: 50_000,
      proposedAt: seedTime,
    }),
  ]);
  return { callTaskId, promiseId, instalmentPlanId, suspensionId };
}
