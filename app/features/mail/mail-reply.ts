import { fileStore } from '#app/features/attachment/file-store.ts';
import type { Delivery } from '#app/features/case/deliver-reply.ts';
import type { Pass } from '#app/features/outreach/pass.ts';
import { ratingToken } from '#app/features/rating/rating-token.ts';
import type { Services } from '#app/platform/context.ts';
import { getTenant, type TenantRow } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import { listAttachments } from '#db/tenant/queries/case-detail.ts';
import type { CaseRow, MessageRow } from '#db/tenant/queries/cases.ts';
import { listAddressesOfCase, listSaidBefore } from '#db/tenant/queries/mail.ts';
import { composeReply } from './compose-reply.ts';
import { openMailbox } from './open-mailbox.ts';
import { type OutgoingMail, sendMail } from './send-mail.ts';
import { threadKey } from './thread-token.ts';

type Sender = Pick<Services, 'databases' | 'secretKey' | 'env'>;
export type ClaimedReply = { message: MessageRow; row: CaseRow };

/**
 * Sends a claimed reply by mail, to the one who wrote last in its case and to nobody else. What the server
 * refused or did not say is told in the delivery.
 */
export async function mailReply(
  services: Sender,
  db: TenantDb,
  reply: ClaimedReply,
  pass: Pass,
): Promise<Delivery> {
  const mailbox = await openMailbox(services, db.tenantId);
  if (!mailbox) return { state: 'failed', failure: 'no-mailbox' };
  const [to] = await listAddressesOfCase(db, reply.row.id);
  if (!to) return { state: 'failed', failure: 'no-address' };
  const files = await readFiles(services, db, reply.message.id);
  if (!files) return { state: 'failed', failure: 'file-missing' };
  const tenant = await getTenant(services.databases.control, db.tenantId);
  const mail = composeReply({
    address: mailbox.address,
    key: threadKey(services.secretKey, db.tenantId),
    case: reply.row,
    message: reply.message,
    to,
    history: await listSaidBefore(db, reply.row.id, reply.message.id, 10),
    timeZone: tenant?.timeZone ?? 'UTC',
    attachments: files,
    ratingUrl: tenant && ratingUrl(services, tenant, reply),
  });
  const outcome = await sendMail(mailbox, { ...mail, pass });
  if (outcome.type === 'sent') return { state: 'sent', externalId: outcome.messageId };
  const states = { again: 'held', refused: 'failed', unconfirmed: 'unconfirmed' } as const;
  return { state: states[outcome.type], failure: outcome.words };
}

/** A reply that solves the case asks how it was. */
function ratingUrl({ env, secretKey }: Sender, { id, slug }: TenantRow, { message, row }: ClaimedReply) {
  if (message.nextState !== 'solved') return null;
  return `${env.PULT_ORIGIN}/f/${slug}/ratings/${ratingToken(secretKey, id, row.id)}`;
}

/** `null`: one that should go is not on the disk. Half a reply is not sent. */
async function readFiles({ env }: Sender, db: TenantDb, messageId: string) {
  const store = fileStore(env.PULT_DATA_DIR, db.tenantId);
  const files: OutgoingMail['attachments'] = [];
  for (const { name, type, sha256 } of await listAttachments(db, [messageId])) {
    const bytes = sha256 ? await store.read(sha256) : null;
    if (!bytes) return null;
    files.push({ name, type, bytes });
  }
  return files;
}
