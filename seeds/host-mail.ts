import MailComposer from 'nodemailer/lib/mail-composer';
import { openImapDouble } from './imap-double.ts';
import { openSmtpDouble, type TakenMail } from './smtp-double.ts';

/** A mail that a subscriber writes. `messageId` has angle brackets. */
export type Letter = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  messageId: string;
  inReplyTo?: string;
};
/** A mail of ours as its reader sees it. */
export type ReceivedMail = { to: string; subject: string; messageId: string; replyTo: string; text: string };

/** What the server itself knows: which mails lie in our inbox, and which of ours it took. */
export type MailLedger = { delivered: string[]; taken: ReceivedMail[] };
export type MailHost = {
  tenantId: string;
  /** What the client company's subscribers write to. */
  address: string;
  imapPort: number;
  smtpPort: number;
  ledger: MailLedger;
  deliver(letter: Letter): Promise<void>;
  /** Tells of each mail of ours when it was taken. */
  listen(listener: (mail: ReceivedMail) => void): void;
  close(): Promise<void>;
};
export type MailSpec = {
  tenantId: string;
  address: string;
  /** 0: any free ports; else this one and the next. */
  port: number;
  /** Another one at each start: the server keeps no mail when it ends. */
  uidValidity: number;
};

/** Known to everybody: these servers listen on this machine only. */
export const mailCredentials = { login: 'desk', password: 'demo-mail' };

/** The mail server of one demo tenant on loopback: IMAP to read from, SMTP to send by. */
export async function hostMail(spec: MailSpec): Promise<MailHost> {
  const { tenantId, address, port, uidValidity } = spec;
  const { login, password } = mailCredentials;
  const ledger: MailLedger = { delivered: [], taken: [] };
  const imap = await openImapDouble(login, password, { port, uidValidity });
  const listeners: ((mail: ReceivedMail) => void)[] = [];
  const take = (mail: TakenMail) => {
    const read = readTaken(mail);
    ledger.taken.push(read);
    for (const listener of listeners) listener(read);
  };
  const smtp = await openSmtpDouble(password, { port: port === 0 ? 0 : port + 1, onTaken: take });
  return {
    tenantId,
    address,
    imapPort: imap.port,
    smtpPort: smtp.port,
    ledger,
    async deliver(letter) {
      imap.deliver(await writeLetter(letter));
      ledger.delivered.push(letter.messageId);
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      await Promise.all([imap.close(), smtp.close()]);
    },
  };
}

function writeLetter({ from, to, subject, text, messageId, inReplyTo }: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    messageId,
    ...(inReplyTo ? { inReplyTo, references: inReplyTo } : {}),
  });
  return composer.compile().build();
}

function readTaken({ to, text }: TakenMail): ReceivedMail {
  const header = (name: string) =>
    new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    to: to[0] ?? '',
    subject: header('Subject'),
    messageId: header('Message-ID'),
    replyTo: header('Reply-To'),
    text,
  };
}
