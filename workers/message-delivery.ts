import { z } from 'zod';
import {
  claimReply,
  type Delivery,
  recordDelivery,
  sendingLeaseMs,
} from '#app/features/case/deliver-reply.ts';
import { type ClaimedReply, mailReply } from '#app/features/mail/mail-reply.ts';
import { carryReply } from '#app/features/messenger/carry-reply.ts';
import { passReply, replyKey } from '#app/features/outreach/pass-reply.ts';
import { type ContactOutcome, recordContact } from '#app/features/outreach/record-contact.ts';
import { getMessage } from '#db/tenant/queries/cases.ts';
import { crashPoint } from './crash-points.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type QueueDefinition,
  snooze,
  type WorkContext,
} from './queue-definition.ts';

const MessagePayload = z.object({ messageId: z.uuid() });

/** About a day and a half of a server that does not answer; then the agent must know. */
const mostTries = 100;
const longestPauseMs = 20 * 60_000;

/** Sends a reply when it can no longer be taken back: claimed on disk first, so once as far as SMTP can. */
export const messageDelivery: QueueDefinition<z.infer<typeof MessagePayload>> = {
  name: 'message-delivery',
  payload: MessagePayload,
  // Each new try of a held reply counts as one: an error after them must not park it in `sending`.
  attempts: mostTries + 8,
  backoffMs: doublingBackoff,
  concurrency: 8,
  gateCapacity: 4,
  async perform(context, { messageId }) {
    const { db, services, tries } = context;
    const claimed = await claimReply(db, messageId, services.now());
    if (!claimed.ok) return leftBehind(context, messageId);
    crashPoint('after-claim');
    const delivery = lastTry(await deliver(context, claimed.value), tries);
    crashPoint('after-submit');
    demandRecorded(await recordDelivery(db, messageId, delivery, services.now()), messageId);
    await recordContact(db, replyKey(messageId), outcomeOf(delivery), services.now());
    return delivery.state === 'held' ? snooze(pauseAfter(tries)) : done;
  },
};

async function deliver({ services, db }: WorkContext, reply: ClaimedReply): Promise<Delivery> {
  const { channel } = reply.row;
  const passed = await passReply(db, reply, services.now());
  if (!passed.ok) return { state: 'failed', failure: passed.error.code };
  if (channel === 'email' || channel === 'web') return mailReply(services, db, reply, passed.value);
  // He reads it where he wrote it: nothing has to be carried anywhere.
  if (channel === 'cabinet') return { state: 'sent', externalId: null };
  return carryReply(services, db, reply, passed.value);
}

function outcomeOf(delivery: Delivery): ContactOutcome {
  if (delivery.state === 'sent') return { state: 'sent' };
  const states = { held: 'allowed', failed: 'failed', unconfirmed: 'unknown' } as const;
  return { state: states[delivery.state], failure: delivery.failure };
}

/** Whoever claimed it before still speaks, or, after his lease, has died in the middle: it is not sent again. */
async function leftBehind({ db, services }: WorkContext, messageId: string) {
  const message = await getMessage(db, messageId);
  if (message?.state === 'held') return snooze(pauseAfter(0));
  if (message?.state !== 'sending')
    return cancel(`the reply ${messageId} is ${message?.state ?? 'not here'}`);
  const stillHisMs = (message.claimedAt?.getTime() ?? 0) + sendingLeaseMs - services.now().getTime();
  if (stillHisMs > 0) return snooze(stillHisMs);
  const lost: Delivery = { state: 'unconfirmed', failure: 'broke-off' };
  demandRecorded(await recordDelivery(db, messageId, lost, services.now()), messageId);
  await recordContact(db, replyKey(messageId), outcomeOf(lost), services.now());
  return done;
}

/** Work that ended while its reply is still `sending` would leave it there for ever. */
function demandRecorded(recorded: Awaited<ReturnType<typeof recordDelivery>>, messageId: string): void {
  if (!recorded.ok && recorded.error.code === 'conflict')
    throw new Error(`What became of the reply ${messageId} could not be written: its case kept changing.`);
}

function lastTry(delivery: Delivery, tries: number): Delivery {
  if (delivery.state !== 'held' || tries < mostTries) return delivery;
  return { state: 'failed', failure: delivery.failure };
}

function pauseAfter(tries: number): number {
  return Math.min(15_000 * 2 ** Math.min(tries, 10), longestPauseMs);
}
