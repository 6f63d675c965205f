import { z } from 'zod';
import { stepPage } from '#app/features/campaign/step-members.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ campaignId: z.string().min(1) });

/** Takes the steps of a running campaign that are due, a page of members at a time. */
export const campaignStep: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'campaign-step',
  payload: Payload,
  // Every page counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { campaignId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const stepped = await stepPage({ db, now: services.now(), tenant }, campaignId);
    if (stepped === 'unknown') return cancel(`the campaign ${campaignId} is not here`);
    return stepped === 'over' ? done : snooze(0);
  },
};
