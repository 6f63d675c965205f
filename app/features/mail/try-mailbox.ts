import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { tryImap } from './fetch-mail.ts';
import type { MailboxRefusal } from './mail.ts';
import { openMailbox } from './open-mailbox.ts';
import { oneLine, trySmtp } from './send-mail.ts';

/** How both servers of a mailbox met us. */
export type MailboxTrial = {
  imap: { ok: true; mails: number } | { ok: false; words: string };
  smtp: { ok: true } | { ok: false; words: string };
};

/** Signs in at both servers. Reads no mail and sends none. */
export async function tryMailbox(
  services: Pick<Services, 'databases' | 'secretKey'>,
  actor: Actor,
  tenantId: string,
): Promise<Result<MailboxTrial, MailboxRefusal>> {
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  const mailbox = await openMailbox(services, tenantId);
  if (!mailbox) return refuse({ code: 'mailbox-not-found' });
  const fail = (error: unknown) => ({ ok: false as const, words: wordsOf(error) });
  const [imap, smtp] = await Promise.all([
    tryImap(mailbox).then(({ mails }) => ({ ok: true as const, mails }), fail),
    trySmtp(mailbox).then(() => ({ ok: true as const }), fail),
  ]);
  return ok({ imap, smtp });
}

/** What the server itself said, when it said something. */
function wordsOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return oneLine(responseText || message || String(error)).slice(0, 300);
}
