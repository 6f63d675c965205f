import { z } from 'zod';
import { spreadUpdate } from '#app/features/incident/spread-update.ts';
import { getIncidentUpdate } from '#db/tenant/queries/incidents.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ updateId: z.uuid() });

/** Tells an update to the cases of its incident, some at a time, so that other work gets its turn. */
export const incidentUpdate: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'incident-update',
  payload: Payload,
  // Each piece counts as one: an error after the twentieth must not leave the rest of the cases untold.
  attempts: Number.POSITIVE_INFINITY,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { updateId }) {
    if (!(await getIncidentUpdate(db, updateId))) return cancel(`the update ${updateId} is not here`);
    const left = await spreadUpdate(db, updateId, services.now());
    return left === 'more' ? snooze(0) : done;
  },
};
