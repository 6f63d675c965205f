import type { ArrivalFlag } from './mail.ts';
import type { ParsedMail } from './parsed-mail.ts';

type Head = Pick<ParsedMail, 'from' | 'headers'>;

const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.-][^@]*)?@/;

/**
 * Why a machine must have written this, or `null`. Nobody answers a machine, and it opens no case: that is
 * what keeps two desks, or a desk and a holiday notice, from writing to each other for ever (RFC 3834).
 */
export function automaticBy({ from, headers }: Head, ownAddress: string): string | null {
  const automatic = headers['auto-submitted'] ?? 'no';
  if (!/^\s*no\b/i.test(automatic)) return 'auto-submitted';
  if (/multipart\/report/i.test(headers['content-type'] ?? '')) return 'report';
  if (headers['return-path']?.trim() === '<>') return 'no-return-path';
  if (/^\s*(bulk|junk|list|auto_reply)\b/i.test(headers.precedence ?? '')) return 'precedence';
  if (headers['x-autoreply'] || headers['x-autorespond'] || headers['x-auto-response-suppress'])
    return 'auto-reply';
  if (headers['list-id'] || headers['list-unsubscribe']) return 'list';
  if (headers['x-pult-desk']) return 'own';
  if (from === ownAddress) return 'own';
  if (from !== null && machines.test(from)) return 'machine-sender';
  return null;
}

/** What our own mail server found of the sender. `unknown`: nobody we trust has looked. */
export type SenderWord = 'confirmed' | 'refuted' | 'unknown';

/**
 * Reads Authentication-Results (RFC 8601) of the configured checker only: anybody can write such a header,
 * and the receiving server removes those that carry its own name. The newest stands first.
 */
export function judgeSender(mail: ParsedMail, authservId: string | null): SenderWord {
  if (!authservId) return 'unknown';
  const own = mail.authenticationResults.find(
    (header) => /^\s*([^\s;]+)/.exec(header)?.[1]?.toLowerCase() === authservId,
  );
  const dmarc = own && /;\s*dmarc\s*=\s*(\w+)/i.exec(own.slice(0, 4000))?.[1]?.toLowerCase();
  if (dmarc === 'pass') return 'confirmed';
  return dmarc === 'fail' ? 'refuted' : 'unknown';
}

/**
 * Whether a mail goes into the case whose mark it carries. A mark alone is not enough, for it may have been
 * passed on; a sender alone is not, for he may be forged. Anything less opens a new case.
 */
export function joinsThread(
  from: string | null,
  proven: { knownAddresses: readonly string[] } | null,
  word: SenderWord,
): { joins: boolean; flags: ArrivalFlag[] } {
  const refuted: ArrivalFlag[] = word === 'refuted' ? ['sender-refuted'] : [];
  if (!proven) return { joins: false, flags: refuted };
  const isKnown = from !== null && proven.knownAddresses.some((address) => address.toLowerCase() === from);
  if (!isKnown) return { joins: false, flags: ['stranger-with-token', ...refuted] };
  return { joins: word !== 'refuted', flags: refuted };
}
