import type { Channel } from '#app/features/contact/contact.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { askGate } from './ask-gate.ts';
import type { OutreachChannel } from './outreach.ts';

type Told = {
  id: string;
  channel: Channel;
  subscriberId: string | null;
  lineId: string | null;
  caseId: string;
  address: string | null;
  agentId: string;
};

/** What each channel of a case counts as. */
const reachedBy: Record<Channel, OutreachChannel> = {
  call: 'call',
  email: 'email',
  web: 'email',
  cabinet: 'cabinet',
  chat: 'messenger',
  messenger: 'messenger',
  walkin: 'meeting',
};

/** For the batch of a contact that a colleague made in a case and tells of: an answer, kept like any other. */
export async function noteContact(
  db: TenantDb,
  { id, agentId, channel, address, ...about }: Told,
  content: string,
  now: Date,
): Promise<Statement[]> {
  const made = { purpose: 'answer' as const, channel: reachedBy[channel], isMade: true, by: agentId };
  const wish = { sendKey: `contact-${id}`, ...about, ...made, address: address ?? '', content };
  return (await askGate(db, wish, now)).statements;
}
