import { z } from 'zod';
import { runWorkloadNight } from '#app/features/workload/run-workload-night.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { getWorkloadRun } from '#db/tenant/queries/workload-night.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ on: z.iso.date() });

/** The night's forecasts of one date: what came is counted, what will come is foretold queue by queue. */
export const workloadNight: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'workload-night',
  payload: Payload,
  // Every piece of the night counts as one.
  attempts: 10_000,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { on }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    if (!(await getWorkloadRun(db, on))) return cancel(`the night of ${on} was not opened here`);
    const came = await runWorkloadNight({ db, now: services.now(), timeZone: tenant.timeZone }, on);
    if (came === 'superseded') return cancel(`a later night than that of ${on} was begun`);
    return came === 'more' ? snooze(0) : done;
  },
};
