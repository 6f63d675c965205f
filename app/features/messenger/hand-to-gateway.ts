import { signHook } from '#app/features/call/hook-signature.ts';
import type { Delivery } from '#app/features/case/deliver-reply.ts';

const deadlineMs = 15_000;
/** The gateway says that it did not take it and will later. */
const later = [429, 503];

/**
 * Hands something to a client company's gateway, signed with the key of both sides. Only what surely was not taken
 * may be tried again: a break after the sending is unconfirmed.
 */
export async function handToGateway<M extends { messageId: string }>(
  gateway: { url: string; secret: string },
  message: M,
  now: Date,
): Promise<Delivery> {
  try {
    return judge(await post(gateway, JSON.stringify(message), now), message.messageId);
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
