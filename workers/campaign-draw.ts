import { z } from 'zod';
import { drawPages } from '#app/features/campaign/draw-audience.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ campaignId: z.string().min(1) });
/** Done at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 20;

/** Draws the audience of a campaign that was frozen, or takes it out again, page by page. */
export const campaignDraw: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'campaign-draw',
  payload: Payload,
  // Every piece counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { campaignId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const desk = { db, now: services.now, timeZone: tenant.timeZone };
    const drawn = await drawPages(desk, campaignId, pagesAtOnce);
    if (drawn === 'unknown') return cancel(`the campaign ${campaignId} is not here`);
    return drawn === 'over' ? done : snooze(0);
  },
};
