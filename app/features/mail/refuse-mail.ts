import { askGate } from '#app/features/outreach/ask-gate.ts';
import type { Services } from '#app/platform/context.ts';
import type { TenantDb } from '#db/open.ts';
import { countArrivals, getArrival } from '#db/tenant/queries/mail.ts';
import { languageOf, mailWords } from './mail-words.ts';
import { openMailbox } from './open-mailbox.ts';
import { type SendOutcome, sendMail } from './send-mail.ts';

const dayMs = 86_400_000;

/**
 * Tells the sender of a mail that was too large. One such mail a day and sender, from nobody and marked as
 * automatic, with nothing in it that the sender chose: it cannot be made into a loop or a bomb.
 */
export async function refuseMail(
  services: Pick<Services, 'databases' | 'secretKey' | 'now'>,
  db: TenantDb,
  arrivalId: string,
): Promise<SendOutcome['type'] | 'not-wanted'> {
  const arrival = await getArrival(db, arrivalId);
  const mailbox = await openMailbox(services, db.tenantId);
  if (!arrival?.fromAddress || !mailbox || arrival.state !== 'too-large') return 'not-wanted';
  const since = new Date(services.now().getTime() - dayMs);
  if ((await countArrivals(db, arrival.fromAddress, 'too-large', since)) > 1) return 'not-wanted';
  const words = mailWords[languageOf(arrival.subject ?? '')];
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@'));
  const [subject, text] = [words.refusalSubject, words.refusal(arrival.sizeBytes)];
  const wish = { purpose: 'answer' as const, channel: 'email' as const, by: 'worker' };
  const about = { subscriberId: null, address: arrival.fromAddress, content: text };
  const { verdict } = await askGate(db, { sendKey: `mail-${arrivalId}`, ...wish, ...about }, services.now());
  if (!verdict.ok) return 'not-wanted';
  const outcome = await sendMail(mailbox, {
    to: arrival.fromAddress,
    subject,
    text,
    pass: verdict.value,
    messageId: `<refusal.${arrival.id}${domain}>`,
    attachments: [],
    isAutomatic: true,
  });
  return outcome.type;
}
