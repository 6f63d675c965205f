import { z } from 'zod';
import { walkNight } from '#app/features/ladder/walk-night.ts';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { getDebtRun } from '#db/tenant/queries/debt-pages.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ on: z.iso.date() });
/** Walked at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 80;

/** The night's work of one date: every debtor's ladder, page by page. */
export const debtNight: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'debt-night',
  payload: Payload,
  // Every piece of the night counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { on }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    if (!(await getDebtRun(db, on))) return cancel(`the night of ${on} was not opened here`);
    const model = await openModelInForce(db, services.now());
    const walked = await walkNight({ db, now: services.now, tenant, model }, on, pagesAtOnce);
    if (walked === 'superseded') return cancel(`a later night than that of ${on} was begun`);
    return walked === 'more' ? snooze(0) : done;
  },
};
