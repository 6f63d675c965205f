import { z } from 'zod';
import { gatherCases } from '#app/features/incident/gather-cases.ts';
import { getIncident } from '#db/tenant/queries/incidents.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ incidentId: z.uuid() });

/** Gathers the cases of a new incident. */
export const incidentGather: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'incident-gather',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { incidentId }) {
    if (!(await getIncident(db, incidentId))) return cancel(`the incident ${incidentId} is not here`);
    await gatherCases(db, incidentId, services.now());
    return done;
  },
};
