import { signHook } from '#app/features/call/hook-signature.ts';
import type { Delivery } from '#app/features/case/deliver-reply.ts';
import type { Services } from '#app/platform/context.ts';
import type { TenantDb } from '#db/open.ts';
import { listAttachments } from '#db/tenant/queries/case-detail.ts';
import type { CaseRow, MessageRow } from '#db/tenant/queries/cases.ts';
import { getLastAddress } from '#db/tenant/queries/messenger.ts';
import { readMessenger } from './set-messenger.ts';

type Sender = Pick<Services, 'databases' | 'secretKey' | 'now'>;
const deadlineMs = 15_000;
/** The gateway says that it did not take the message and will later. */
const later = [429, 503];

/**
 * Hands a claimed reply to the gateway of the client company's messengers, to the one who wrote last. Only
 * what surely was not taken may be tried again: a break after the sending is unconfirmed.
 */
export async function carryReply(
  services: Sender,
  db: TenantDb,
  { message, row }: { message: MessageRow; row: CaseRow },
): Promise<Delivery> {
  const gateway = await readMessenger(services, db.tenantId);
  if (!gateway) return { state: 'failed', failure: 'no-messenger' };
  const to = await getLastAddress(db, row.id, row.channel);
  if (!to) return { state: 'failed', failure: 'no-address' };
  const files = await listAttachments(db, [message.id]);
  if (files.length > 0) return { state: 'failed', failure: 'files-not-carried' };
  const body = JSON.stringify({ channel: row.channel, messageId: message.id, to, text: message.body });
  try {
    return judge(await post(gateway, body, services.now()), message.id);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { state: isNeverSent(error) ? 'held' : 'unconfirmed', failure: words };
  }
}

async function post({ url, secret }: { url: string; secret: string }, body: string, now: Date) {
  const seconds = Math.floor(now.getTime() / 1000);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Pult-Timestamp': String(seconds),
      'X-Pult-Signature': signHook(secret, seconds, body),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(deadlineMs),
  });
  await response.body?.cancel();
  return response.status;
}

function judge(status: number, messageId: string): Delivery {
  if (status >= 200 && status < 300) return { state: 'sent', externalId: messageId };
  const failure = `HTTP ${status}`;
  if (later.includes(status)) return { state: 'held', failure };
  return { state: status >= 500 ? 'unconfirmed' : 'failed', failure };
}

/** The connection was never made, so nothing can have arrived. */
function isNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
