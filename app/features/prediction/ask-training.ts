import { v7 as uuid } from 'uuid';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { hasCharges, hasDepartures, listTrainings } from '#db/tenant/queries/nonpayment.ts';
import { modelTrainings } from '#db/tenant/schema/prediction.ts';
import { type PredictionTarget, predictionTargets } from './prediction.ts';

export type PredictionRefusal =
  | { code: 'forbidden'; action: Action }
  /** One training at a time: another would learn the same. */
  | { code: 'training-runs' };

const weekMs = 7 * 86_400_000;

/** Who may call for it, and what has to be known before there is anything to learn. */
const rules = {
  nonpayment: { action: 'debt:write', hasHistory: hasCharges },
  churn: { action: 'churn:write', hasHistory: hasDepartures },
} as const satisfies Record<PredictionTarget, unknown>;

/** Calls for a training now. */
export async function askTraining(
  db: TenantDb,
  actor: Actor,
  target: PredictionTarget,
  now: Date,
): Promise<Result<{ trainingId: string }, PredictionRefusal>> {
  const { action } = rules[target];
  if (!can(actor, action)) return refuse({ code: 'forbidden', action });
  return callForTraining(db, target, actor.userId, now);
}

/** Once a week each model of a tenant that has a history is trained anew; asked more often, it does nothing. */
export async function askWeeklyTraining(db: TenantDb, now: Date): Promise<void> {
  for (const target of predictionTargets) {
    if (!(await rules[target].hasHistory(db))) continue;
    const [last] = await listTrainings(db, target, 1);
    if (!last || now.getTime() - last.askedAt.getTime() >= weekMs)
      await callForTraining(db, target, 'worker', now);
  }
}

async function callForTraining(db: TenantDb, target: PredictionTarget, askedBy: string, now: Date) {
  const id = uuid();
  const queue = 'model-training';
  const training = { id, target, askedBy, askedAt: now, stage: 'waiting' as const, drift: [] };
  const written = await commit(
    db,
    [
      db.insert(modelTrainings).values(training),
      callFor(db, { queue, payload: { trainingId: id }, gate: queue, lane: 'bulk', dueAt: now }, now),
    ],
    [{ topic: 'model', id }],
  );
  return written.ok ? ok({ trainingId: id }) : refuse({ code: 'training-runs' } as const);
}
