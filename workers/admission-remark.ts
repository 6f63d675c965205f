import { z } from 'zod';
import { remarkAttempts } from '#app/features/admission/withdraw-question.ts';
import { getBankQuestion } from '#db/tenant/queries/admission.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ questionId: z.uuid() });

/** Gives the point of a withdrawn question to everybody who was asked it. Begun again, it goes on where it was. */
export const admissionRemark: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'admission-remark',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services }, { questionId }) {
    if (!(await getBankQuestion(db, questionId))) return cancel(`the question ${questionId} is not here`);
    await remarkAttempts(db, questionId, services.now());
    return done;
  },
};
