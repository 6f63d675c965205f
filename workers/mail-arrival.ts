import { z } from 'zod';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { recordBounce } from '#app/features/case/record-bounce.ts';
import { type Filing, fileArrival } from '#app/features/mail/file-arrival.ts';
import { openMailbox } from '#app/features/mail/open-mailbox.ts';
import { threadKey } from '#app/features/mail/thread-token.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { getArrival } from '#db/tenant/queries/mail.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, type WorkContext } from './queue-definition.ts';

const ArrivalPayload = z.object({ arrivalId: z.uuid() });

/** Puts a kept mail into its case. Done twice, it is there once. */
export const mailArrival: QueueDefinition<z.infer<typeof ArrivalPayload>> = {
  name: 'mail-arrival',
  payload: ArrivalPayload,
  attempts: 8,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 2,
  async perform(context, { arrivalId }) {
    const { db, services } = context;
    const arrival = await getArrival(db, arrivalId);
    if (!arrival) return cancel(`the mail ${arrivalId} is not here`);
    if (arrival.state !== 'kept') return done;
    const store = fileStore(services.env.PULT_DATA_DIR, db.tenantId);
    const key = threadKey(services.secretKey, db.tenantId);
    const mailbox = await openMailbox(services, db.tenantId);
    await carryOut(context, arrivalId, await fileArrival({ db, store, key, mailbox }, arrival));
    return done;
  },
};

async function carryOut({ db, services }: WorkContext, arrivalId: string, filing: Filing): Promise<void> {
  const now = services.now();
  if (filing.type === 'bounced') await recordBounce(db, filing.messageId, filing.reason, now);
  if (filing.type !== 'hear') {
    await commit(db, [filing.settle]);
    return;
  }
  const heard = await hearSubscriber(db, filing.message, now);
  if (!heard.ok) throw new Error(`The mail ${arrivalId} found no case: ${heard.error.code}.`);
  if (filing.refuseTo === null) return;
  const work = { queue: 'mail-refusal', gate: 'mail-refusal', lane: 'interactive' as const };
  await commit(db, [callFor(db, { ...work, payload: { arrivalId }, dueAt: now }, now)]);
}
