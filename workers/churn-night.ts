import { z } from 'zod';
import { scoreNight } from '#app/features/churn/score-night.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { getChurnRun } from '#db/tenant/queries/churn-night.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ on: z.iso.date() });
/** Scored at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 20;

/** The night's scores of one date: how likely each line is to leave. */
export const churnNight: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'churn-night',
  payload: Payload,
  // Every piece of the night counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { on }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    if (!(await getChurnRun(db, on))) return cancel(`the night of ${on} was not opened here`);
    const night = { db, now: services.now, timeZone: tenant.timeZone };
    const scored = await scoreNight(night, on, pagesAtOnce);
    if (scored === 'superseded') return cancel(`a later night than that of ${on} was begun`);
    return scored === 'more' ? snooze(0) : done;
  },
};
