import type { TenantDb } from '#db/open.ts';
import { getModelInForce, listModels, listTrainings } from '#db/tenant/queries/nonpayment.ts';
import { alarmingDrift, type PredictionTarget } from './prediction.ts';

const shownTrainings = 8;

export type ModelCardView = Awaited<ReturnType<typeof readModelCard>>;

/** The model of a target that forecasts now, how it holds, and what was tried. */
export async function readModelCard(db: TenantDb, target: PredictionTarget) {
  const [inForce, models, trainings] = await Promise.all([
    getModelInForce(db, target),
    listModels(db, target, shownTrainings),
    listTrainings(db, target, shownTrainings),
  ]);
  const numberOf = new Map(models.map(({ id, number }) => [id, number]));
  const lastEnded = trainings.find(({ endedAt }) => endedAt !== null);
  return {
    inForce: inForce && {
      number: inForce.number,
      kind: inForce.kind,
      since: inForce.inForceFrom,
      training: inForce.card.training,
    },
    // Measured against the model that was in force then; a new one starts anew.
    drift: (lastEnded?.outcome === 'in-force' ? [] : (lastEnded?.drift ?? []))
      .map((one) => ({ ...one, isAlarming: one.index > alarmingDrift }))
      .sort((a, b) => b.index - a.index),
    running: trainings.find(({ endedAt }) => endedAt === null) ?? null,
    trainings: trainings.map(({ id, askedAt, outcome, rows, modelId }) => ({
      id,
      askedAt,
      outcome,
      rows,
      number: modelId ? (numberOf.get(modelId) ?? null) : null,
    })),
  };
}
