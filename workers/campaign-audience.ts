import { z } from 'zod';
import { refreshPages } from '#app/features/campaign/refresh-audience.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ runId: z.string().min(1) });
/** Done at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 50;

/** Looks up what is known of every line, so that audiences of a million are counted in a second. */
export const campaignAudience: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'campaign-audience',
  payload: Payload,
  // Every piece counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { runId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const desk = { db, now: services.now, timeZone: tenant.timeZone };
    const refreshed = await refreshPages(desk, runId, pagesAtOnce);
    if (refreshed === 'unknown') return cancel(`the refreshing ${runId} is not the latest`);
    return refreshed === 'over' ? done : snooze(0);
  },
};
