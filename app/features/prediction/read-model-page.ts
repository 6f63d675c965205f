import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getModelInForce,
  listForetoldMonths,
  listModels,
  listTrainings,
  summariseAhead,
} from '#db/tenant/queries/nonpayment.ts';
import { alarmingDrift } from './prediction.ts';

const shownMonths = 12;
const shownTrainings = 8;

export type ModelView = Awaited<ReturnType<typeof readModelPage>>;

/** The model that forecasts now, how it holds, and what was tried. `today`: of the tenant's zone. */
export async function readModelPage(db: TenantDb, actor: Actor, today: string) {
  const [inForce, models, trainings, months, ahead] = await Promise.all([
    getModelInForce(db, 'nonpayment'),
    listModels(db, 'nonpayment', shownTrainings),
    listTrainings(db, 'nonpayment', shownTrainings),
    listForetoldMonths(db, today, shownMonths),
    summariseAhead(db, today),
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
    trainings: trainings.map(({ id, askedAt, outcome, charges, modelId }) => ({
      ...{ id, askedAt, outcome, charges },
      number: modelId ? (numberOf.get(modelId) ?? null) : null,
    })),
    months: months.reverse(),
    ahead,
    mayTrain: can(actor, 'debt:write'),
  };
}
