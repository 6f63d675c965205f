import { z } from 'zod';
import { settleOutcomes } from '#app/features/campaign-proof/settle-outcomes.ts';
import { cancel, doublingBackoff, type QueueDefinition, written } from './queue-definition.ts';

const Payload = z.object({ campaignId: z.string().min(1), on: z.iso.date(), after: z.string() });

/** What became of the members of a campaign whose window is over, a page at a time. */
export const campaignProof: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'campaign-proof',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services, ending }, work) {
    const isOver = await settleOutcomes({ db, now: services.now(), ending: ending(null) }, work);
    return isOver ? written : cancel(`the window of the campaign ${work.campaignId} is not over`);
  },
};
