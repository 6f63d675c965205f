import { z } from 'zod';
import { moveStandings } from '#app/features/strategy/move-standings.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ strategyId: z.string().min(1), version: z.int().min(1) });

/** Moves those who stand on older versions of a strategy to the one that was put in force, a page at a time. */
export const strategyMove: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'strategy-move',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, target) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const moved = await moveStandings({ db, now: services.now(), timeZone: tenant.timeZone }, target);
    if (moved === 'outdated') return cancel(`version ${target.version} is not the one in force`);
    return moved === 'done' ? done : snooze(0);
  },
};
