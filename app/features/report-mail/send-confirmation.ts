import { openMailbox } from '#app/features/mail/open-mailbox.ts';
import { type SendOutcome, sendMail } from '#app/features/mail/send-mail.ts';
import { passReport } from '#app/features/outreach/ask-gate.ts';
import type { Services } from '#app/platform/context.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import type { AddressRow } from '#db/tenant/queries/report-mail.ts';
import { filled, mailTextsOf } from './mail-texts.ts';
import { mailToken } from './mail-token.ts';

type Sender = Pick<Services, 'databases' | 'secretKey' | 'env'>;

/** Asks an address whether it wants reports, with the link that says so. Nothing of a report stands in it. */
export async function sendConfirmation(
  sender: Sender,
  db: TenantDb,
  address: AddressRow,
): Promise<SendOutcome['type'] | 'not-wanted'> {
  if (address.confirmedAt || address.endedAt) return 'not-wanted';
  const tenant = await getTenant(sender.databases.control, db.tenantId);
  const mailbox = await openMailbox(sender, db.tenantId);
  if (!tenant) return 'not-wanted';
  if (!mailbox) return 'again';
  const texts = mailTextsOf(address.language);
  const linkFor = (deed: 'confirm' | 'end') =>
    `${sender.env.PULT_ORIGIN}/f/${tenant.slug}/reports/${mailToken(sender.secretKey, tenant.id, deed, address)}`;
  const values = { tenant: tenant.name, confirm: linkFor('confirm'), end: linkFor('end') };
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@'));
  const outcome = await sendMail(mailbox, {
    to: address.address,
    subject: filled(texts.askSubject, values),
    text: filled(texts.ask, values),
    messageId: `<report-ask.${address.id}.${address.askedAt.getTime()}${domain}>`,
    attachments: [],
    isAutomatic: true,
    pass: passReport(),
  });
  return outcome.type;
}
