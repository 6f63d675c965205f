import { openForecasts } from '#app/features/prediction/forecast-nonpayment.ts';
import type { ModelCard, ModelParameters } from '#app/features/prediction/model.ts';
import { readHistories } from '#app/features/prediction/read-histories.ts';
import { replayCharges } from '#app/features/prediction/replay-charges.ts';
import { scorecard } from '#app/features/prediction/scorecard.ts';
import { trainNonpayment } from '#app/features/prediction/train-nonpayment.ts';
import type { TrainingResult } from '#app/features/prediction/train-target.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { models, modelTrainings, nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { planId, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const rowsAtOnce = 500;

type Histories = Awaited<ReturnType<typeof readHistories>>;
type Model = { parameters: ModelParameters; card: ModelCard };

/**
 * Eight months ago a model was trained on what was known by then; since then it foretold each charge on the day it was
 * issued, and this week it was tried against a new one.
 */
export async function seedForecasts(
  db: TenantDb,
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const at = (days: number) => new Date(now.getTime() - days * dayMs);
  const dateOf = (moment: Date) => dateAt(moment.getTime(), plan.timeZone);
  const histories = await readHistories(db);
  const cold = { parameters: scorecard, card: { training: null } };
  const first = trainNonpayment({ histories, until: dateOf(at(240)), inForce: cold });
  if (!first.trained) throw new Error('The demo owes too little to learn from.');
  const inForce = { parameters: first.trained.parameters, card: { training: first.trained.card } };
  const second = trainNonpayment({ histories, until: dateOf(at(2)), inForce });
  const isBetter = second.trained?.isBetter ?? false;
  const firstUntil = isBetter ? at(2) : null;
  const desk = { db, plan };
  await write(db, [
    storeModel(desk, 1, cold, at(300), { from: at(300), until: at(240) }),
    storeModel(desk, 2, inForce, at(240), { from: at(240), until: firstUntil }),
    ...storeSecond(desk, second, at(2)),
    storeTraining(desk, 2, managerId, at(240), first),
    storeTraining(desk, 3, 'worker', at(2), second),
    ...storeForecasts(desk, histories, inForce, { from: dateOf(at(240)), today: dateOf(now) }),
  ]);
}

type Desk = { db: TenantDb; plan: TenantPlan };
type Force = { from: Date | null; until: Date | null };

function modelId({ plan }: Desk, number: number): string {
  return planId(plan, 'model', plan.clock, number);
}

function storeModel(desk: Desk, number: number, model: Model, trainedAt: Date, force: Force): Statement {
  const { kind } = model.parameters;
  const [inForceFrom, retiredAt] = [force.from, force.until];
  return desk.db.insert(models).values({
    id: modelId(desk, number),
    target: 'nonpayment',
    number,
    kind,
    ...model,
    trainedAt,
    inForceFrom,
    retiredAt,
  });
}

function storeSecond(desk: Desk, { trained }: TrainingResult, at: Date): Statement[] {
  if (!trained) return [];
  const model = { parameters: trained.parameters, card: { training: trained.card } };
  return [storeModel(desk, 3, model, at, { from: trained.isBetter ? at : null, until: null })];
}

function storeTraining(
  desk: Desk,
  number: number,
  askedBy: string,
  at: Date,
  result: TrainingResult,
): Statement {
  const { rows, drift, trained } = result;
  // The demo's first model took the scorecard's place whatever chance made of its rivals.
  const outcome = number === 2 || trained?.isBetter ? 'in-force' : trained ? 'not-better' : 'too-little';
  return desk.db.insert(modelTrainings).values({
    id: planId(desk.plan, 'model', at, number),
    target: 'nonpayment',
    askedBy,
    askedAt: at,
    stage: 'ended',
    rows,
    drift,
    outcome,
    endedAt: new Date(at.getTime() + 4000),
    modelId: trained ? modelId(desk, number) : null,
  });
}

/** What the first model said of each charge on the day it was issued, with what came of it. */
function storeForecasts(
  desk: Desk,
  histories: Histories,
  { parameters }: Model,
  { from, today }: { from: string; today: string },
): Statement[] {
  const forecast = openForecasts(parameters);
  const rows = histories.flatMap((own) =>
    replayCharges(own, today)
      .filter(({ asOf }) => asOf >= from)
      .map(({ charge: { receivableId, dueOn, settledOn }, asOf, features }) => ({
        receivableId,
        dueOn,
        modelId: modelId(desk, 2),
        at: new Date(`${asOf}T01:00:00Z`),
        ...forecast(features),
        daysLate: settledOn ? daysBetween(dueOn, settledOn) : null,
      })),
  );
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, place) =>
    desk.db
      .insert(nonpaymentForecasts)
      .values(rows.slice(place * rowsAtOnce, (place + 1) * rowsAtOnce))
      .onConflictDoNothing(),
  );
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`There are forecasts already: ${written.conflict} is taken.`);
}
