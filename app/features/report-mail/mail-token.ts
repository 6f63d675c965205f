import { createHmac, timingSafeEqual } from 'node:crypto';

type Address = { id: string; askedAt: Date };
/** `confirm`: that reports are wanted, by the last mail that asked; `end`: that no more are. */
export type MailDeed = 'confirm' | 'end';

/** Whoever holds it does one thing with one address of one client company. */
export function mailToken(secretKey: Buffer, tenantId: string, deed: MailDeed, address: Address): string {
  return `${address.id}.${markOf(secretKey, tenantId, deed, address)}`;
}

export function addressIdOf(token: string): string {
  return token.split('.')[0] ?? '';
}

/** What a token is for; `null`: we did not sign it, for this address and its last ask. */
export function deedOf(
  secretKey: Buffer,
  tenantId: string,
  token: string,
  address: Address,
): MailDeed | null {
  const given = Buffer.from(token.split('.')[1] ?? '');
  const isOf = (deed: MailDeed) => {
    const expected = Buffer.from(markOf(secretKey, tenantId, deed, address));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  if (isOf('end')) return 'end';
  return isOf('confirm') ? 'confirm' : null;
}

/** 128 bits of the signature. */
function markOf(secretKey: Buffer, tenantId: string, deed: MailDeed, { id, askedAt }: Address): string {
  const of = deed === 'end' ? 'end' : `confirm:${askedAt.getTime()}`;
  const signed = createHmac('sha256', secretKey).update(`report-mail:${tenantId}:${id}:${of}`).digest();
  return signed.subarray(0, 16).toString('base64url');
}
