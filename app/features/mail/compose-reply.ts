import { languageOf, mailWords } from './mail-words.ts';
import type { OutgoingMail } from './send-mail.ts';
import { replyAddress, sentMessageId } from './thread-token.ts';

type Said = { kind: 'inbound' | 'reply' | 'note'; body: string; at: Date; externalId: string | null };
export type ReplyToSend = {
  address: string;
  key: Buffer;
  case: { number: number; subject: string };
  message: { id: string; body: string };
  to: string;
  /** What was said before, the newest first. */
  history: Said[];
  timeZone: string;
  attachments: OutgoingMail['attachments'];
  /** Where the subscriber rates what was solved; `null`: it is not over with this reply. */
  ratingUrl: string | null;
};

const mostQuoted = 3;
const quotedLength = 4000;

/** A reply as a mail: its thread by our own marks, what was said before beneath it. */
export function composeReply(reply: ReplyToSend): Omit<OutgoingMail, 'pass'> {
  const { address, key, message, to, history, attachments } = reply;
  const named = history.flatMap(({ externalId }) => (isMessageId(externalId) ? [externalId] : []));
  const heard = history.find(({ kind, externalId }) => kind === 'inbound' && isMessageId(externalId));
  return {
    to,
    subject: subjectOf(reply.case),
    text: [message.body, ...ratingLine(reply), ...quotes(reply)].join('\n\n'),
    messageId: sentMessageId(key, address, message.id),
    replyTo: replyAddress(key, address, reply.case.number),
    ...(heard?.externalId ? { inReplyTo: heard.externalId } : {}),
    references: named.slice(0, 10).toReversed(),
    attachments,
    isAutomatic: false,
  };
}

function ratingLine({ message, ratingUrl }: ReplyToSend): string[] {
  return ratingUrl === null ? [] : [`${mailWords[languageOf(message.body)].rate}\n${ratingUrl}`];
}

function isMessageId(externalId: string | null): externalId is string {
  return externalId !== null && /^<[^<>\s]{1,250}>$/.test(externalId);
}

function subjectOf({ number, subject }: ReplyToSend['case']): string {
  const plain = subject
    .replace(/^((re|fwd?|отв|на)\s*:\s*)+/i, '')
    .replaceAll(`[#${number}]`, '')
    .trim();
  return `Re: [#${number}] ${plain}`.slice(0, 250);
}

function quotes({ message, history, timeZone }: ReplyToSend): string[] {
  const language = languageOf(message.body);
  const words = mailWords[language];
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return history.slice(0, mostQuoted).map(({ kind, body, at }) => {
    const when = format.format(at);
    return [kind === 'inbound' ? words.wrote(when) : words.weWrote(when), ...quoteLines(body)].join('\n');
  });
}

/** Without what was itself quoted in it, or each answer would carry all before it once more. */
function quoteLines(body: string): string[] {
  const own = body
    .slice(0, quotedLength)
    .split('\n')
    .filter((line) => !/^\s*>/.test(line));
  return own.map((line) => `> ${line.trimEnd()}`);
}
