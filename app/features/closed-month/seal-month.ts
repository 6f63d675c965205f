import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, chainStart } from '#db/audit.ts';

/** What is signed of a row: all of it. */
export type MonthRow = {
  place: number;
  month: string;
  revision: number;
  snapshot: string;
  reason: string | null;
  closedBy: string;
  closedAt: Date;
  previousHash: string;
};
export type SealedMonth = MonthRow & { hash: string; signature: string };

/** A row with its SHA-256, which includes the hash of the row before, and the centre's signature of that. */
export function sealMonth(secretKey: Buffer, tenantId: string, row: MonthRow): SealedMonth {
  const hash = hashOf(row);
  return { ...row, hash, signature: signatureOf(secretKey, tenantId, hash) };
}

/** The first row of a chain that is not as it was signed, or does not stand on the one before. `null`: all are. */
export function firstBroken(
  secretKey: Buffer,
  tenantId: string,
  rows: readonly SealedMonth[],
): SealedMonth | null {
  let [place, previousHash] = [1, chainStart];
  for (const row of rows) {
    const isNext = row.place === place && row.previousHash === previousHash && row.hash === hashOf(row);
    if (!isNext || !isSigned(row, signatureOf(secretKey, tenantId, row.hash))) return row;
    place += 1;
    previousHash = row.hash;
  }
  return null;
}

function hashOf({ closedAt, snapshot, place, month, revision, reason, closedBy, previousHash }: MonthRow) {
  const body = createHash('sha256').update(snapshot).digest('hex');
  const words = canonicalJson({
    place,
    month,
    revision,
    reason,
    closedBy,
    previousHash,
    snapshot: body,
    closedAt: closedAt.getTime(),
  });
  return createHash('sha256').update(words).digest('hex');
}

function signatureOf(secretKey: Buffer, tenantId: string, hash: string): string {
  const key = createHmac('sha256', secretKey).update(`closed-months:${tenantId}`).digest();
  return createHmac('sha256', key).update(hash).digest('base64url');
}

function isSigned({ signature }: SealedMonth, expected: string): boolean {
  const [given, own] = [Buffer.from(signature), Buffer.from(expected)];
  return given.length === own.length && timingSafeEqual(given, own);
}
