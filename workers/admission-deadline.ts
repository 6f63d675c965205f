import { z } from 'zod';
import { settleAttempt } from '#app/features/admission/settle-attempt.ts';
import { getAttempt } from '#db/tenant/queries/admission-attempts.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ attemptId: z.uuid() });

/** Marks an attempt whose time has run out: what was saved until then counts, whether anybody looks or not. */
export const admissionDeadline: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'admission-deadline',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 2,
  async perform({ db, services }, { attemptId }) {
    if (!(await getAttempt(db, attemptId))) return cancel(`the attempt ${attemptId} is not here`);
    await settleAttempt(db, attemptId, services.now());
    return done;
  },
};
