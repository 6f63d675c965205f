import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import { commit, type Statement } from '#db/commit.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getTraining, listModels, type ModelRow, type TrainingRow } from '#db/tenant/queries/nonpayment.ts';
import { models, modelTrainings } from '#db/tenant/schema/prediction.ts';
import { alarmingDrift, type PredictionTarget } from './prediction.ts';
import { trainAside } from './train-aside.ts';
import type { TrainingResult } from './train-target.ts';
import type { TrainingJob } from './training-job.ts';

export type TrainingDesk = { db: TenantDb; control: ControlDb; now(): Date; today: string; timeZone: string };

/** What is particular to a target: its model in force, made where there was none, and what has been. */
export type TrainingPlan = {
  openModel(db: TenantDb, now: Date): Promise<ModelRow>;
  /** `rows`: of how much was read, as people count it. */
  read(desk: TrainingDesk, inForce: ModelRow): Promise<{ job: TrainingJob; rows: number }>;
};

/**
 * Reads what has been, trains aside, and puts the model into force where it beats the one that is. Begun again after a
 * crash it starts anew: nothing but its stage was written. `false`: it is over, or was never asked for.
 */
export async function carryOutTraining(
  desk: TrainingDesk,
  plans: Record<PredictionTarget, TrainingPlan>,
  id: string,
): Promise<boolean> {
  const { db, control, now } = desk;
  const training = await getTraining(db, id);
  if (!training || training.endedAt) return false;
  const { target } = training;
  const inForce = await plans[target].openModel(db, now());
  await moveTo(db, id, { stage: 'reading' });
  const { job, rows } = await plans[target].read(desk, inForce);
  await moveTo(db, id, { stage: 'training', rows });
  const result = await trainAside(job);
  const number = ((await listModels(db, target, 1))[0]?.number ?? 0) + 1;
  const managers = await listPeopleOf(control, db.tenantId, ['manager']);
  const stored = storeResult(db, { result, inForce, number, training, at: now() });
  await end(db, training, [...stored, ...tellOfDrift(db, managers, result, inForce, now())]);
  return true;
}

/** Written down where every try of a training threw. */
export async function failTraining(db: TenantDb, id: string, now: Date): Promise<void> {
  await moveTo(db, id, { stage: 'ended', outcome: 'failed', endedAt: now });
}

type Ended = {
  result: TrainingResult;
  inForce: ModelRow;
  number: number;
  training: TrainingRow;
  at: Date;
};

/** The old model is kept: forecasts name it. */
function storeResult(db: TenantDb, { result, inForce, number, training, at }: Ended): Statement[] {
  const { trained, rows, drift } = result;
  const ended = { stage: 'ended', rows, drift, endedAt: at } as const;
  if (!trained) return [setTraining(db, training.id, { ...ended, outcome: 'too-little' })];
  const { parameters, card, isBetter } = trained;
  const model: ModelRow = {
    id: uuid(),
    target: training.target,
    number,
    kind: parameters.kind,
    parameters,
    trainedAt: at,
    card: { training: card },
    inForceFrom: isBetter ? at : null,
    retiredAt: null,
  };
  const retire = db.update(models).set({ retiredAt: at }).where(eq(models.id, inForce.id));
  return [
    ...(isBetter ? [retire] : []),
    db.insert(models).values(model),
    setTraining(db, training.id, {
      ...ended,
      outcome: isBetter ? 'in-force' : 'not-better',
      modelId: model.id,
    }),
  ];
}

/** Once a model: what drifts stays so until another is in force. */
function tellOfDrift(
  db: TenantDb,
  managers: string[],
  { drift, trained }: TrainingResult,
  inForce: ModelRow,
  at: Date,
): Statement[] {
  const features = drift.filter(({ index }) => index > alarmingDrift).length;
  if (features === 0 || trained?.isBetter) return [];
  const told = { kind: 'drift', modelId: inForce.id, features } as const;
  return tellPeople(db, managers, { caseId: null, told, by: 'worker', at });
}

async function end(db: TenantDb, { id }: TrainingRow, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements, [{ topic: 'model', id }]);
  if (!written.ok) throw new Error(`Another training wrote its model first: ${written.conflict} is taken.`);
}

async function moveTo(db: TenantDb, id: string, change: Partial<TrainingRow>): Promise<void> {
  await commit(db, [setTraining(db, id, change)], [{ topic: 'model', id }]);
}

function setTraining(db: TenantDb, id: string, change: Partial<TrainingRow>): Statement {
  return db
    .update(modelTrainings)
    .set(change)
    .where(and(eq(modelTrainings.id, id), isNull(modelTrainings.endedAt)));
}
