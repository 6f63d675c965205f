import { z } from 'zod';
import { reclockCase } from '#app/features/sla/reclock-case.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ caseId: z.uuid(), version: z.int() });

/** Looks at the clocks of a case: after each change of it, and at the moments its contract names. */
export const caseClock: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'case-clock',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 8,
  gateCapacity: 8,
  async perform({ db, services }, { caseId, version }) {
    if (!(await getCase(db, caseId))) return cancel(`the case ${caseId} is not here`);
    const control = services.databases.control;
    await reclockCase({ db, control, now: services.now() }, { caseId, version });
    return done;
  },
};
