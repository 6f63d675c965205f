import { createHmac, timingSafeEqual } from 'node:crypto';

function keyed(secretKey: Buffer, what: string, tenantId: string, value: string): Buffer {
  return createHmac('sha256', secretKey).update(`cabinet-${what}:${tenantId}:${value}`).digest();
}

/** Tells one number or sender from another without keeping which it is. */
export function hashOf(
  secretKey: Buffer,
  what: 'number' | 'sender',
  tenantId: string,
  value: string,
): string {
  return keyed(secretKey, what, tenantId, value).toString('base64url');
}

/**
 * The six digits that open a cabinet for whoever asked. They follow from the row, so they lie in no database, queue
 * or log, and a second sending says the same.
 */
export function codeOf(secretKey: Buffer, tenantId: string, codeId: string): string {
  const drawn = keyed(secretKey, 'code', tenantId, codeId).readUIntBE(0, 6);
  return String(drawn % 1_000_000).padStart(6, '0');
}

export function isCodeOf(secretKey: Buffer, tenantId: string, codeId: string, given: string): boolean {
  const expected = Buffer.from(codeOf(secretKey, tenantId, codeId));
  const said = Buffer.from(given);
  return said.length === expected.length && timingSafeEqual(said, expected);
}

const sendKeyPrefix = 'cabinet-code-';
/** By what the sending of a code is known among all contacts. */
export const codeSendKey = (codeId: string) => `${sendKeyPrefix}${codeId}`;
export const codeIdOf = (sendKey: string) => sendKey.slice(sendKeyPrefix.length);
