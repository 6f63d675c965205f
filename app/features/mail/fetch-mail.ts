import { ImapFlow } from 'imapflow';
import { type Mailbox, mustRaiseToTls } from './open-mailbox.ts';
import { mailLimits } from './parsed-mail.ts';

export type Cursor = { uidValidity: string; lastUid: number };
/** A mail as the server has it; of one that is too large, its head only. */
export type FetchedMail = {
  uid: number;
  uidValidity: string;
  raw: Uint8Array;
  sizeBytes: number;
  isHeadOnly: boolean;
  arrivedAt: Date;
};

export const inbox = 'INBOX';
/** Of one look into the mailbox; the rest is taken at the next. */
const mostAtOnce = 200;

/**
 * Hands over, oldest first, what came after the cursor, one mail at a time, each waited for. The mailbox is
 * opened for reading only: nothing there is marked, moved or deleted. Throws what the server said.
 */
export async function fetchMail(
  mailbox: Mailbox,
  cursor: Cursor | null,
  take: (mail: FetchedMail) => Promise<void>,
): Promise<void> {
  await withImap(mailbox, async (client) => {
    const opened = await client.mailboxOpen(inbox, { readOnly: true });
    const uidValidity = String(opened.uidValidity);
    const after = cursor?.uidValidity === uidValidity ? cursor.lastUid : 0;
    if (opened.exists === 0) return;
    const found = await client.search({ uid: `${after + 1}:*` }, { uid: true });
    const fresh = (found || []).filter((uid) => uid > after).sort((a, b) => a - b);
    for (const uid of fresh.slice(0, mostAtOnce)) {
      const mail = await fetchOne(client, uid);
      if (mail) await take({ ...mail, uid, uidValidity });
    }
  });
}

async function fetchOne(client: ImapFlow, uid: number) {
  const seen = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
  if (!seen) return null;
  const sizeBytes = seen.size ?? 0;
  const arrivedAt = new Date(seen.internalDate ?? Date.now());
  const isHeadOnly = sizeBytes > mailLimits.mailBytes;
  // A server that lies about the size is held to the limit all the same.
  const query = isHeadOnly ? { headers: true } : { source: { maxLength: mailLimits.mailBytes + 1 } };
  const body = await client.fetchOne(String(uid), query, { uid: true });
  const raw = body && (isHeadOnly ? body.headers : body.source);
  return raw ? { raw, sizeBytes, isHeadOnly, arrivedAt } : null;
}

/** Whether the mailbox lets us in and shows its inbox. Throws what the server said. */
export async function tryImap(mailbox: Mailbox): Promise<{ mails: number }> {
  return withImap(mailbox, async (client) => {
    const { exists } = await client.mailboxOpen(inbox, { readOnly: true });
    return { mails: exists };
  });
}

async function withImap<T>(mailbox: Mailbox, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { imap, login, password } = mailbox;
  const client = new ImapFlow({
    ...imap,
    auth: { user: login, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    maxLiteralSize: mailLimits.mailBytes * 2,
    maxResponseSize: mailLimits.mailBytes * 3,
    ...(mustRaiseToTls(imap) ? { doSTARTTLS: true } : {}),
  });
  // Without a listener a connection that breaks between two commands would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    client.close();
  }
}
