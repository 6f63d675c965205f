import { v7 as uuid } from 'uuid';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { hasCharges, listTrainings } from '#db/tenant/queries/nonpayment.ts';
import { modelTrainings } from '#db/tenant/schema/prediction.ts';

export type PredictionRefusal =
  | { code: 'forbidden'; action: Action }
  /** One training at a time: another would learn the same. */
  | { code: 'training-runs' };

const weekMs = 7 * 86_400_000;

/** Calls for a training now. */
export async function askTraining(
  db: TenantDb,
  actor: Actor,
  now: Date,
): Promise<Result<{ trainingId: string }, PredictionRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  return callForTraining(db, actor.userId, now);
}

/** Once a week the model of a tenant whose charges are known is trained anew; asked more often, it does nothing. */
export async function askWeeklyTraining(db: TenantDb, now: Date): Promise<void> {
  if (!(await hasCharges(db))) return;
  const [last] = await listTrainings(db, 'nonpayment', 1);
  if (!last || now.getTime() - last.askedAt.getTime() >= weekMs) await callForTraining(db, 'worker', now);
}

async function callForTraining(db: TenantDb, askedBy: string, now: Date) {
  const id = uuid();
  const queue = 'nonpayment-training';
  const training = { id, target: 'nonpayment', askedBy, askedAt: now, stage: 'waiting', drift: [] } as const;
  const written = await commit(
    db,
    [
      db.insert(modelTrainings).values({ ...training, drift: [] }),
      callFor(db, { queue, payload: { trainingId: id }, gate: queue, lane: 'bulk', dueAt: now }, now),
    ],
    [{ topic: 'model', id }],
  );
  return written.ok ? ok({ trainingId: id }) : refuse({ code: 'training-runs' } as const);
}
