import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Pass } from '#app/features/outreach/pass.ts';
import { MailAddress } from './mail.ts';
import { type Mailbox, mustRaiseToTls } from './open-mailbox.ts';

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  /** With angle brackets. */
  messageId: string;
  replyTo?: string;
  inReplyTo?: string;
  references?: string[];
  attachments: { name: string; type: string; bytes: Uint8Array }[];
  /** Nobody is to answer it: it comes from nobody, so that no machine can. */
  isAutomatic: boolean;
  /** Where one press, of a person or of his mail program, ends such mails (RFC 8058). */
  unsubscribeUrl?: string;
  /** That the contact gate let it through. */
  pass: Pass;
};

/**
 * `again`: it surely was not taken, and may be later. `refused`: this mail will never be taken. `unconfirmed`:
 * the connection broke while it was handed over, and nobody can know.
 */
export type SendOutcome =
  | { type: 'sent'; messageId: string }
  | { type: 'again' | 'refused' | 'unconfirmed'; words: string };

/** Hands one mail to the mailbox's server. Throws only when the mail itself cannot be written. */
export async function sendMail(mailbox: Mailbox, mail: OutgoingMail): Promise<SendOutcome> {
  if (!MailAddress.safeParse(mail.to).success)
    return { type: 'refused', words: 'The address is not one address.' };
  const written = await writeMail(mailbox, mail);
  const handing = { isBegun: false };
  const connection = new SMTPConnection({
    ...mailbox.smtp,
    ...(mustRaiseToTls(mailbox.smtp) ? { requireTLS: true } : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  try {
    await converse(connection, mailbox, mail, follow(written, handing));
    return { type: 'sent', messageId: mail.messageId };
  } catch (error) {
    return judgeSmtpFailure(error, handing.isBegun);
  } finally {
    connection.close();
  }
}

/** Whether the server lets us in. Throws what it said. */
export async function trySmtp(mailbox: Mailbox): Promise<void> {
  const connection = new SMTPConnection({
    ...mailbox.smtp,
    ...(mustRaiseToTls(mailbox.smtp) ? { requireTLS: true } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  });
  try {
    await signIn(connection, mailbox);
  } finally {
    connection.close();
  }
}

function writeMail({ address, senderName }: Mailbox, mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: oneLine(senderName), address },
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    messageId: mail.messageId,
    ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
    ...(mail.inReplyTo ? { inReplyTo: oneLine(mail.inReplyTo) } : {}),
    ...(mail.references?.length ? { references: mail.references.map(oneLine) } : {}),
    headers: {
      'X-Pult-Desk': '1',
      ...(mail.isAutomatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {}),
      ...(mail.unsubscribeUrl
        ? {
            'List-Unsubscribe': `<${oneLine(mail.unsubscribeUrl)}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    attachments: mail.attachments.map(({ name, type, bytes }) => ({
      filename: oneLine(name),
      contentType: type,
      content: Buffer.from(bytes),
      contentDisposition: 'attachment',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** A header ends where a line ends: no text of anybody's may bring its own end. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 900);
}

/** The mail as a stream that tells when the first byte of it was asked for: then the server is listening. */
function follow(written: Buffer, handing: { isBegun: boolean }): Readable {
  async function* read() {
    handing.isBegun = true;
    yield written;
  }
  return Readable.from(read());
}

async function converse(
  connection: SMTPConnection,
  mailbox: Mailbox,
  { to, isAutomatic }: OutgoingMail,
  stream: Readable,
): Promise<void> {
  await signIn(connection, mailbox);
  const envelope = { from: isAutomatic ? '' : mailbox.address, to: [to] };
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.send(envelope, stream, (error) => (error ? reject(error) : resolve()));
  });
  connection.quit();
}

async function signIn(connection: SMTPConnection, { login, password }: Mailbox): Promise<void> {
  // An error that nobody waits for any more would end the process.
  connection.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (!login || !password) return;
  await new Promise<void>((resolve, reject) => {
    connection.login({ user: login, pass: password }, (error) => (error ? reject(error) : resolve()));
  });
}

/** What a failed exchange means. A server's 4xx asks for another try, its 5xx to a mail is its last word. */
export function judgeSmtpFailure(error: unknown, isBegun: boolean): Exclude<SendOutcome, { type: 'sent' }> {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const words = oneLine(message ?? String(error)).slice(0, 300);
  const isAnswered = typeof responseCode === 'number' && responseCode >= 400;
  if (isBegun && !isAnswered) return { type: 'unconfirmed', words };
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutMail && isAnswered && responseCode >= 500) return { type: 'refused', words };
  if (isAboutMail && !isAnswered) return { type: 'refused', words };
  return { type: 'again', words };
}
