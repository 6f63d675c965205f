import { z } from 'zod';
import type { Actor } from '#app/features/access/can.ts';
import { cancelRequest } from '#app/features/request/cancel-request.ts';
import { orderChange } from '#app/features/request/order-change.ts';
import { followSuspensions, type Orders } from '#app/features/suspension/follow-suspensions.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type QueueDefinition,
  snooze,
  type WorkServices,
} from './queue-definition.ts';

const Payload = z.object({ receivableId: z.string().min(1) });

/** Carries on the suspensions of a receivable after a decision, a payment or news of their requests. */
export const suspensionReact: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'suspension-react',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 8,
  async perform({ db, services }, { receivableId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const now = services.now();
    const { control } = services.databases;
    const desk = { db, control, orders: ordersOf(db, services, now), now, timeZone: tenant.timeZone };
    const followed = await followSuspensions(desk, receivableId);
    if (!followed) return cancel(`the receivable ${receivableId} is not here`);
    return followed.againMs === null ? done : snooze(followed.againMs);
  },
};

/** The request pipeline, as a person of the centre uses it: whose yes it was stands in the request. */
function ordersOf(db: TenantDb, { carriers }: WorkServices, now: Date): Orders {
  const as = (userId: string): Actor => ({ userId, name: '', roles: ['lead'] });
  return {
    order: (input, by) => orderChange({ db, carriers, actor: as(by), now }, input),
    recall: (requestId, reason) => cancelRequest({ db, actor: as('worker'), now }, { requestId, reason }),
  };
}
