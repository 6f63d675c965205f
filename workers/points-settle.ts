import { z } from 'zod';
import { settleSource } from '#app/features/points/settle-source.ts';
import { pointSourceTypes } from '#app/features/points/settle-work.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ sourceType: z.enum(pointSourceTypes), sourceId: z.string().min(1) });

/** Settles the points of whatever was done, judged or taken back. */
export const pointsSettle: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'points-settle',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 4,
  gateCapacity: 4,
  async perform({ db, services }, { sourceType, sourceId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const desk = { db, now: services.now(), timeZone: tenant.timeZone };
    const isHere = await settleSource(desk, sourceType, sourceId);
    return isHere ? done : cancel(`the ${sourceType} ${sourceId} is not here, or earns nothing`);
  },
};
