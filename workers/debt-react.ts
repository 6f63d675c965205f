import { z } from 'zod';
import { reactToDebt } from '#app/features/ladder/react-to-debt.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ receivableId: z.string().min(1) });

/** Does at once what follows from a payment, a charge, a dispute or a promise for a debtor's ladder. */
export const debtReact: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'debt-react',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 8,
  gateCapacity: 8,
  async perform({ db, services }, { receivableId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const desk = { db, now: services.now(), timeZone: tenant.timeZone };
    const isHere = await reactToDebt(desk, receivableId);
    return isHere ? done : cancel(`the receivable ${receivableId} is not here`);
  },
};
