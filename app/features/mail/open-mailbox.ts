import type { Services } from '#app/platform/context.ts';
import { unseal } from '#app/platform/seal.ts';
import { getMailbox, type MailboxRow } from '#db/control/queries/channels.ts';
import type { MailServer } from './mail.ts';

/** A mailbox with its password: for talking to its servers, never for a page. */
export type Mailbox = {
  address: string;
  senderName: string;
  imap: MailServer;
  smtp: MailServer;
  login: string;
  password: string;
  authservId: string | null;
};

export const mailboxSeal = (tenantId: string) => `mailbox:${tenantId}`;

/** `null`: this client company has none. */
export async function openMailbox(
  { databases, secretKey }: Pick<Services, 'databases' | 'secretKey'>,
  tenantId: string,
): Promise<Mailbox | null> {
  const row = await getMailbox(databases.control, tenantId);
  return row && withCredentials(row, secretKey);
}

export function withCredentials(row: MailboxRow, secretKey: Buffer): Mailbox {
  const { address, senderName, imap, smtp, authservId } = row;
  const sealed = unseal(secretKey, mailboxSeal(row.tenantId), row.credentialsSealed);
  const { login, password } = JSON.parse(sealed) as { login: string; password: string };
  return { address, senderName, imap, smtp, authservId, login, password };
}

/** A server on this machine may be spoken to in the clear; any other only under TLS. */
export function mustRaiseToTls({ host, secure }: MailServer): boolean {
  return !secure && !['localhost', '127.0.0.1'].includes(host);
}
