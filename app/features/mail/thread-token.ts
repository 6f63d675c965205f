import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key by which one client company's threads are signed; another's tokens mean nothing under it. */
export function threadKey(secretKey: Buffer, tenantId: string): Buffer {
  return createHmac('sha256', secretKey).update(`mail-thread:${tenantId}`).digest();
}

/** 80 bits of the signature, in letters that no mail server changes. */
function mark(key: Buffer, words: string): string {
  return createHmac('sha256', key).update(words).digest('hex').slice(0, 20);
}

/** `help+c1042.<mark>@…`: where the answer to a case goes. Takes the mailbox's own address. */
export function replyAddress(key: Buffer, address: string, caseNumber: number): string {
  const at = address.lastIndexOf('@');
  const token = `c${caseNumber}.${mark(key, `case:${caseNumber}`)}`;
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** `<reply.<message id>.<mark>@…>`: the Message-ID of a mail that we send. */
export function sentMessageId(key: Buffer, address: string, messageId: string): string {
  return `<reply.${messageId}.${mark(key, `message:${messageId}`)}${address.slice(address.lastIndexOf('@'))}>`;
}

/** What a mail proves to belong to, by where it was sent and by what it answers. */
export type ThreadProof = { caseNumber: number } | { messageId: string };

const plus = /\+c(\d{1,12})\.([0-9a-f]{20})@/gi;
const reference = /<reply\.([0-9a-f-]{36})\.([0-9a-f]{20})@[^<>\s]+>/gi;

/**
 * Reads our own marks out of the addresses and references of a mail. Forged marks prove nothing. Bounded,
 * because a head may name thousands of both.
 */
export function readThreadProofs(
  key: Buffer,
  mail: { recipients: readonly string[]; references: string },
): ThreadProof[] {
  const addresses = mail.recipients.slice(0, 50).join(' ').slice(0, 20_000);
  const cases = [...addresses.matchAll(plus)]
    .filter(([, number, given]) => isMark(given, mark(key, `case:${Number(number)}`)))
    .map(([, number]) => ({ caseNumber: Number(number) }));
  const messages = [...mail.references.slice(0, 20_000).matchAll(reference)]
    .filter(([, id, given]) => isMark(given, mark(key, `message:${id?.toLowerCase()}`)))
    .map(([, id]) => ({ messageId: String(id).toLowerCase() }));
  return [...messages, ...cases];
}

function isMark(given: string | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(given?.toLowerCase() ?? ''), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
