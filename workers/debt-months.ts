import { z } from 'zod';
import { countMonthPage } from '#app/features/debt-board/count-past-months.ts';
import { cancel, doublingBackoff, type QueueDefinition, written } from './queue-definition.ts';

const Payload = z.object({ on: z.iso.date(), after: z.string(), until: z.iso.date() });

/** Counts the ages of debt of months that no night has counted, a page at a time. */
export const debtMonths: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'debt-months',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services, ending }, work) {
    if (work.until <= work.on) return cancel(`nothing is left of ${work.on} before ${work.until}`);
    await countMonthPage({ db, now: services.now(), ending: ending(null) }, work);
    return written;
  },
};
