import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of the exchange and of ours may be apart: what is older was recorded and sent again. */
const windowMs = 5 * 60_000;

/** `v1=` and the HMAC-SHA256, hexadecimal, of the seconds since 1970, a dot and the body. */
export function signHook(secret: string, seconds: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Whether somebody who knows the secret has just said this. */
export function isSigned(
  secret: string,
  headers: { timestamp: string | null; signature: string | null },
  body: string,
  now: Date,
): boolean {
  const seconds = Number(headers.timestamp);
  if (!/^\d{1,12}$/.test(headers.timestamp ?? '')) return false;
  if (Math.abs(now.getTime() - seconds * 1000) > windowMs) return false;
  const [given, own] = [Buffer.from(headers.signature ?? ''), Buffer.from(signHook(secret, seconds, body))];
  return given.length === own.length && timingSafeEqual(given, own);
}
