import { z } from 'zod';
import { orderChange } from '#app/features/request/order-change.ts';
import { followTalk } from '#app/features/save-desk/follow-talk.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ saveId: z.string().min(1), version: z.int() });

/** Follows a closed talk of the save desk: 90 days with who stayed, and to the end with who leaves. */
export const saveFollowUp: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'save-follow-up',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 4,
  gateCapacity: 4,
  async perform({ db, services }, talk) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const { carriers } = services;
    const now = services.now();
    const followed = await followTalk(
      {
        db,
        now,
        timeZone: tenant.timeZone,
        order: (input, by) =>
          orderChange({ db, carriers, actor: { userId: by, name: '', roles: ['agent'] }, now }, input),
      },
      talk,
    );
    if (!followed) return cancel(`the talk ${talk.saveId} is not here`);
    return followed.againMs === null ? done : snooze(followed.againMs);
  },
};
