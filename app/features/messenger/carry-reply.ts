import type { Delivery } from '#app/features/case/deliver-reply.ts';
import type { Pass } from '#app/features/outreach/pass.ts';
import type { Services } from '#app/platform/context.ts';
import type { TenantDb } from '#db/open.ts';
import { listAttachments } from '#db/tenant/queries/case-detail.ts';
import type { CaseRow, MessageRow } from '#db/tenant/queries/cases.ts';
import { getLastAddress } from '#db/tenant/queries/messenger.ts';
import { carryText } from './carry-text.ts';
import { readGateway } from './set-gateway.ts';

type Sender = Pick<Services, 'databases' | 'secretKey' | 'now'>;

/** Hands a claimed reply to the gateway of the client company's messengers, to the one who wrote last. */
export async function carryReply(
  services: Sender,
  db: TenantDb,
  { message, row }: { message: MessageRow; row: CaseRow },
  pass: Pass,
): Promise<Delivery> {
  const gateway = await readGateway(services, db.tenantId, 'messenger');
  if (!gateway) return { state: 'failed', failure: 'no-messenger' };
  const to = await getLastAddress(db, row.id, row.channel);
  if (!to) return { state: 'failed', failure: 'no-address' };
  const files = await listAttachments(db, [message.id]);
  if (files.length > 0) return { state: 'failed', failure: 'files-not-carried' };
  const carried = { channel: row.channel, messageId: message.id, to, text: message.body, pass };
  return carryText(gateway, carried, services.now());
}
