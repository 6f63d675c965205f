import { codeIdOf, codeOf } from '#app/features/cabinet/code-secret.ts';
import { hiddenCode } from '#app/features/cabinet/code-words.ts';
import type { Delivery } from '#app/features/case/deliver-reply.ts';
import { openMailbox } from '#app/features/mail/open-mailbox.ts';
import { sendMail } from '#app/features/mail/send-mail.ts';
import { carryText } from '#app/features/messenger/carry-text.ts';
import { readGateway } from '#app/features/messenger/set-gateway.ts';
import { dialRobot } from '#app/features/robot/dial-robot.ts';
import type { Services } from '#app/platform/context.ts';
import type { AttemptRow } from '#db/tenant/queries/outreach.ts';
import { getContactRules } from '#db/tenant/queries/outreach.ts';
import type { ClaimedContact } from './claim-contact.ts';
import type { ContactOutcome } from './record-contact.ts';

type Sender = Pick<Services, 'databases' | 'secretKey' | 'now'>;

/** Hands a claimed contact to its channel. What the channel refused or did not say is told in the outcome. */
export async function deliverContact(
  services: Sender,
  tenantId: string,
  contact: ClaimedContact,
): Promise<ContactOutcome> {
  const { channel, address } = contact.attempt;
  if (!address) return { state: 'failed', failure: 'no-address' };
  // He reads it where he signs in: recording it puts it before him.
  if (channel === 'cabinet') return { state: 'sent' };
  if (channel === 'email') return mailContact(services, tenantId, contact);
  if (channel === 'sms' || channel === 'messenger') return carryContact(services, tenantId, contact);
  if (channel === 'robot') return dialContact(services, tenantId, contact);
  if (channel === 'letter') return { state: 'printing' };
  return { state: 'failed', failure: 'channel-not-sent' };
}

async function mailContact(services: Sender, tenantId: string, { attempt, pass }: ClaimedContact) {
  const mailbox = await openMailbox(services, tenantId);
  if (!mailbox) return { state: 'failed' as const, failure: 'no-mailbox' };
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@'));
  const outcome = await sendMail(mailbox, {
    to: attempt.address,
    subject: attempt.subject ?? mailbox.senderName,
    text: attempt.content,
    messageId: `<outreach.${attempt.id}${domain}>`,
    attachments: [],
    isAutomatic: false,
    pass,
  });
  if (outcome.type === 'sent') return { state: 'sent' as const };
  const states = { again: 'allowed', refused: 'failed', unconfirmed: 'unknown' } as const;
  return { state: states[outcome.type], failure: outcome.words };
}

async function carryContact(
  services: Sender,
  tenantId: string,
  { attempt, pass }: ClaimedContact,
): Promise<ContactOutcome> {
  const gateway = await readGateway(services, tenantId, 'messenger');
  if (!gateway) return { state: 'failed', failure: 'no-messenger' };
  const { id, channel, address } = attempt;
  const text = wordsOf(services, tenantId, attempt);
  const carried = { channel, messageId: id, to: address, text, pass };
  return outcomeOf(await carryText(gateway, carried, services.now()));
}

async function dialContact(
  services: Sender,
  tenantId: string,
  { attempt, pass }: ClaimedContact,
): Promise<ContactOutcome> {
  const robot = await readGateway(services, tenantId, 'robot');
  if (!robot) return { state: 'failed', failure: 'no-robot' };
  const now = services.now();
  const rules = await getContactRules(await services.databases.openTenant(tenantId), now);
  const { id, address, content } = attempt;
  const call = { messageId: id, to: address, label: rules?.callLabel ?? '', text: content, pass };
  return outcomeOf(await dialRobot(robot, call, now));
}

function outcomeOf(delivery: Delivery): ContactOutcome {
  if (delivery.state === 'sent') return { state: 'sent' };
  const states = { held: 'allowed', failed: 'failed', unconfirmed: 'unknown' } as const;
  return { state: states[delivery.state], failure: delivery.failure };
}

/** A code is put into its text here and is in none that is kept. */
function wordsOf({ secretKey }: Sender, tenantId: string, { purpose, sendKey, content }: AttemptRow): string {
  if (purpose !== 'access') return content;
  return content.replace(hiddenCode, codeOf(secretKey, tenantId, codeIdOf(sendKey)));
}
