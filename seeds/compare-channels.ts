import { and, eq, isNotNull } from 'drizzle-orm';
import { messages } from '#db/tenant/schema/contact.ts';
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
  return [
    ...compareMessages('inbox', told, await listHeard(day, told)),
    ...compareMessages(
      'mail',
      mailed.flatMap(({ name }) => name ?? []),
      channel.mail.ledger.taken.map((one) => one.messageId),
    ),
    ...compareMessages(
      'messenger',
      carried.map(({ id }) => id),
      channel.messenger.taken.map((one) => one.messageId),
    ),
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
