import type { Channel } from '#app/features/contact/contact.ts';
import type { Result } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import type { CaseRow, MessageRow } from '#db/tenant/queries/cases.ts';
import { listAddressesOfCase } from '#db/tenant/queries/mail.ts';
import { getLastAddress } from '#db/tenant/queries/messenger.ts';
import type { GateRefusal } from './ask-gate.ts';
import type { OutreachChannel } from './outreach.ts';
import type { Pass } from './pass.ts';
import { passGate } from './pass-gate.ts';

type Reply = { message: Pick<MessageRow, 'id' | 'author' | 'body'>; row: CaseRow };

const carriedBy: Partial<Record<Channel, OutreachChannel>> = {
  email: 'email',
  web: 'email',
  cabinet: 'cabinet',
};

export const replyKey = (messageId: string) => `message-${messageId}`;

/** Lets a reply through to whoever wrote in its case: an answer, so never refused, and kept like any contact. */
export async function passReply(
  db: TenantDb,
  { message, row }: Reply,
  now: Date,
): Promise<Result<Pass, GateRefusal>> {
  const channel = carriedBy[row.channel] ?? 'messenger';
  const [mail] = channel === 'email' ? await listAddressesOfCase(db, row.id) : [];
  const address = mail ?? (await getLastAddress(db, row.id, row.channel)) ?? '';
  const wish = { purpose: 'answer' as const, channel, address, content: message.body, by: message.author };
  const about = { subscriberId: row.subscriberId, lineId: row.lineId, caseId: row.id };
  return passGate(db, { sendKey: replyKey(message.id), ...wish, ...about }, now);
}
