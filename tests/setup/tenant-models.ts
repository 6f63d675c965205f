import { scorecard } from '#app/features/prediction/scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { models, modelTrainings, nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A model in force with what it foretold of one debt, and a training that waits. */
export async function fillModels(db: TenantDb, seed: number, marker: string, receivableId: string) {
  const [modelId, trainingId] = [190, 191].map((room) => seededId(seedTime, seed, room));
  if (!modelId || !trainingId) throw new Error('No ids were made.');
  const model = { kind: scorecard.kind, parameters: scorecard, card: { training: null } };
  await commit(db, [
    db.insert(models).values({
      id: modelId,
      target: 'nonpayment',
      number: 1,
      ...model,
      trainedAt: seedTime,
      inForceFrom: seedTime,
    }),
    db.insert(modelTrainings).values({
      id: trainingId,
      target: 'nonpayment',
      askedBy: marker,
      askedAt: seedTime,
      stage: 'waiting',
      drift: [],
    }),
    db.insert(nonpaymentForecasts).values({
      receivableId,
      dueOn: '2026-04-01',
      modelId,
      probability: 0.5,
      reasons: [marker],
      at: seedTime,
    }),
  ]);
  return { trainingId };
}
