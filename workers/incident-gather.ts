import { z } from 'zod';
import { gatherCases } from '#app/features/incident/gather-cases.ts';
import { done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

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
    await gatherCases(db, incidentId, services.now());
    return done;
  },
};
