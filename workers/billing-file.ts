import { z } from 'zod';
import { bookBillingFile } from '#app/features/receivable/book-billing-file.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ fileId: z.uuid() });

/** Books a file of the billing, some thousand rows at a time. */
export const billingFile: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'billing-file',
  payload: Payload,
  // Every piece of the file counts as one.
  attempts: 1000,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 1,
  async perform({ db, services }, { fileId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const booked = await bookBillingFile({ db, now: services.now, timeZone: tenant.timeZone }, fileId);
    if (booked === 'stopped') return cancel(`the file ${fileId} is booked or was stopped`);
    if (booked === 'lost') return snooze(2000);
    return booked === 'ended' ? done : snooze(0);
  },
};
