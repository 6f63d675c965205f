import { and, eq, isNotNull, like } from 'drizzle-orm';
import { messages } from '#db/tenant/schema/contact.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import type { Finding } from './compare-ledgers.ts';
import { compareMessages } from './compare-messages.ts';
import { type DayDesk, listHeard } from './day-desk.ts';

/** What the servers themselves have against what the desk knows, both ways. */
export async function compareChannels(
  day: DayDesk,
  told: readonly string[],
  acknowledged: readonly string[],
) {
  const { desk, channel } = day;
  const replies = await desk()
    .db.select({
      id: messages.id,
      channel: messages.channel,
      state: messages.state,
      name: messages.externalId,
    })
    .from(messages)
    .where(and(eq(messages.kind, 'reply'), isNotNull(messages.formToken)));
  const isMail = (by: string | null) => by === 'email' || by === 'web';
  const sent = replies.filter(({ state }) => state === 'sent');
  const carried = sent.filter((row) => row.channel === 'chat' || row.channel === 'messenger');
  const mailed = sent.filter((row) => isMail(row.channel));
  const unsettled = replies.filter(({ state }) => state !== 'sent' && state !== 'withdrawn');
  const ids = new Set(replies.map(({ id }) => id));
  const heard = await listHeard(day, told);
  const stepsOf = await readSteps(day);
  const calls = channel.robot.taken.map((one) => one.messageId);
  const [mails, texts] = [
    channel.mail.ledger.taken.map((one) => nameOf(one.messageId)),
    channel.messenger.taken.map((one) => one.messageId),
  ];
  return [
    ...compareMessages('inbox', told, heard),
    ...compareMessages(
      'mail',
      [...mailed.flatMap(({ name }) => name ?? []), ...stepsOf(['email'], mails)],
      mails,
    ),
    ...compareMessages(
      'messenger',
      [...carried.map(({ id }) => id), ...stepsOf(['sms', 'messenger'], texts)],
      texts,
    ),
    ...compareMessages('robot', stepsOf(['robot'], calls), calls),
    ...acknowledged
      .filter((id) => !ids.has(id))
      .map((id) => ({
        kind: 'lost' as const,
        carrier: 'desk',
        what: `reply ${id} was acknowledged and is gone`,
      })),
    ...unsettled.map(
      ({ id, state }): Finding => ({ kind: 'unsettled', carrier: 'desk', what: `reply ${id} is ${state}` }),
    ),
  ];
}

/**
 * The steps of ladders that a worker sent by some channels; those of the seeded past were never claimed. One that is on
 * its way is there or not yet: either is right.
 */
async function readSteps({ desk }: DayDesk) {
  const { id, channel, state, sendKey, claimedAt } = outreachAttempts;
  const steps = await desk()
    .db.select({ id, channel, state })
    .from(outreachAttempts)
    .where(and(like(sendKey, 'step-%'), isNotNull(claimedAt)));
  return (channels: readonly string[], taken: readonly string[]) =>
    steps
      .filter((step) => channels.includes(step.channel))
      .filter((step) => step.state === 'sent' || taken.includes(step.id))
      .map((step) => step.id);
}

/** A step of a ladder is known by the id of its attempt, without the domain it was sent from. */
function nameOf(messageId: string): string {
  return /^<outreach\.([^@]+)@/.exec(messageId)?.[1] ?? messageId;
}
