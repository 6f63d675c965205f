import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who holds it may rate one case of one client company, once. */
export function ratingToken(secretKey: Buffer, tenantId: string, caseId: string): string {
  return `${caseId}.${markOf(secretKey, tenantId, caseId)}`;
}

/** The case a token is for; `null`: we did not sign it, or for another client company. */
export function readRatingToken(secretKey: Buffer, tenantId: string, token: string): string | null {
  const [caseId = '', mark = ''] = token.split('.');
  const [given, expected] = [Buffer.from(mark), Buffer.from(markOf(secretKey, tenantId, caseId))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? caseId : null;
}

/** 128 bits of the signature. */
function markOf(secretKey: Buffer, tenantId: string, caseId: string): string {
  const signed = createHmac('sha256', secretKey).update(`rating:${tenantId}:${caseId}`).digest();
  return signed.subarray(0, 16).toString('base64url');
}
