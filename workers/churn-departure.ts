import { z } from 'zod';
import { DepartureInput } from '#app/features/churn/departure.ts';
import { noteDeparture } from '#app/features/churn/note-departure.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ ...DepartureInput.shape, by: z.string().min(1) });

/** Writes down that a line left, as another part of the desk or a carrier tells it. */
export const churnDeparture: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'churn-departure',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 8,
  gateCapacity: 8,
  async perform({ db, services }, { by, ...told }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const noted = await noteDeparture({ db, now: services.now(), timeZone: tenant.timeZone }, told, by);
    if (noted.ok) return done;
    return noted.error.code === 'conflict' ? snooze(1000) : cancel(noted.error.code);
  },
};
