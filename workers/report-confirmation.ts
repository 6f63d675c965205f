import { z } from 'zod';
import { sendConfirmation } from '#app/features/report-mail/send-confirmation.ts';
import { getReportAddress } from '#db/tenant/queries/report-mail.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const ConfirmationPayload = z.object({ addressId: z.uuid() });
/** Two hours of a server that does not answer: after that the manager asks again. */
const mostTries = 12;
const pauseMs = 10 * 60_000;

/** Asks an address whether it wants reports by mail. */
export const reportConfirmation: QueueDefinition<z.infer<typeof ConfirmationPayload>> = {
  name: 'report-confirmation',
  payload: ConfirmationPayload,
  attempts: 3,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 2,
  async perform({ db, services, tries }, { addressId }) {
    const address = await getReportAddress(db, addressId);
    if (!address) return cancel(`the address ${addressId} is not here`);
    const outcome = await sendConfirmation(services, db, address);
    return outcome === 'again' && tries < mostTries ? snooze(pauseMs) : done;
  },
};
