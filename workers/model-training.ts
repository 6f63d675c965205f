import { z } from 'zod';
import { carryOutTraining, failTraining } from '#app/features/prediction/carry-out-training.ts';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import { nonpaymentPlan } from '#app/features/prediction/nonpayment-plan.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ trainingId: z.uuid() });
const mostTries = 3;
const plans = { nonpayment: nonpaymentPlan, churn: churnPlan };

/** Trains a tenant's models, one at a time, in a thread beside the one that serves people. */
export const modelTraining: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'model-training',
  payload: Payload,
  attempts: mostTries + 1,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services, tries }, { trainingId }) {
    const { control } = services.databases;
    const tenant = await getTenant(control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const { now } = services;
    if (tries >= mostTries) {
      await failTraining(db, trainingId, now());
      return cancel(`the training ${trainingId} failed ${tries} times`);
    }
    const today = dateAt(now().getTime(), tenant.timeZone);
    const isHere = await carryOutTraining(
      { db, control, now, today, timeZone: tenant.timeZone },
      plans,
      trainingId,
    );
    return isHere ? done : cancel(`the training ${trainingId} is over, or was never asked for`);
  },
};
