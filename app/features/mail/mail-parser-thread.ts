import { parentPort, workerData } from 'node:worker_threads';
import { type AddressObject, type Attachment, type ParsedMail as Mail, simpleParser } from 'mailparser';
import { mailLimits, type ParsedMail } from './parsed-mail.ts';

/** The body of the thread in which one mail is taken apart; it may be killed at any moment. */

const asked = [
  'auto-submitted',
  'content-type',
  'precedence',
  'return-path',
  'list-id',
  'list-unsubscribe',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'x-pult-desk',
];

const options = {
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  maxHtmlLengthToParse: 2_000_000,
};
const mail = await simpleParser(Buffer.from(workerData as Uint8Array), options);
parentPort?.postMessage(take(mail));

function take(mail: Mail): ParsedMail {
  const text = (mail.text ?? '').replaceAll('\u0000', '').trim();
  const from = addressesOf(mail.from);
  const lines = mail.headerLines.map(({ key, line }) => ({ key, value: unfold(line) }));
  const valuesOf = (name: string) => lines.filter(({ key }) => key === name).map(({ value }) => value);
  const recipients = [mail.to, mail.cc, mail.bcc].flat().flatMap(addressesOf);
  const shown = mail.attachments.slice(0, mailLimits.attachments);
  return {
    from: from.length === 1 && valuesOf('from').length === 1 ? (from[0] ?? null) : null,
    fromName: (mail.from?.value[0]?.name ?? '').slice(0, 200),
    recipients: [...recipients, ...valuesOf('delivered-to'), ...valuesOf('x-original-to')].slice(0, 200),
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, mailLimits.subjectLength),
    text: text.slice(0, mailLimits.textLength),
    isShortened: text.length > mailLimits.textLength,
    messageId: (mail.messageId ?? '').slice(0, 998),
    references: [...valuesOf('in-reply-to'), ...valuesOf('references')].join(' ').slice(0, 20_000),
    headers: Object.fromEntries(
      lines.filter(({ key }) => asked.includes(key)).map(({ key, value }) => [key, value]),
    ),
    authenticationResults: valuesOf('authentication-results').slice(0, 10),
    sentAt: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date.getTime() : null,
    attachments: shown.map(takeAttachment),
    attachmentsLeftOut: mail.attachments.length - shown.length,
  };
}

function takeAttachment({ filename, content, size }: Attachment): ParsedMail['attachments'][number] {
  const isTooLarge = size > mailLimits.attachmentBytes;
  const bytes = isTooLarge ? new Uint8Array() : new Uint8Array(content);
  return { name: (filename ?? '').slice(0, 2000), bytes, isTooLarge, sizeBytes: size };
}

function addressesOf(field: AddressObject | undefined): string[] {
  return (field?.value ?? [])
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)])
    .flatMap((address) => (address ? [address.toLowerCase().slice(0, 320)] : []));
}

/** A header without its name, unfolded. */
function unfold(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]*/g, ' ')
    .trim()
    .slice(0, 20_000);
}
