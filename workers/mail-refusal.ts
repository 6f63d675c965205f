import { z } from 'zod';
import { refuseMail } from '#app/features/mail/refuse-mail.ts';
import { getArrival } from '#db/tenant/queries/mail.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const RefusalPayload = z.object({ arrivalId: z.uuid() });
const mostTries = 5;

/** Tells somebody that his mail was too large to be taken. */
export const mailRefusal: QueueDefinition<z.infer<typeof RefusalPayload>> = {
  name: 'mail-refusal',
  payload: RefusalPayload,
  attempts: 3,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 1,
  async perform({ db, services, tries }, { arrivalId }) {
    if (!(await getArrival(db, arrivalId))) return cancel(`the mail ${arrivalId} is not here`);
    const outcome = await refuseMail(services, db, arrivalId);
    return outcome === 'again' && tries < mostTries ? snooze(doublingBackoff(tries + 4)) : done;
  },
};
