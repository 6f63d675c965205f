import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { addressBlock } from '#app/features/person/address-block.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { countCodes, getLastCodeSequence } from '#db/tenant/queries/cabinet.ts';
import { getLineByNumber } from '#db/tenant/queries/calls.ts';
import { cabinetCodes } from '#db/tenant/schema/cabinet.ts';
import { type CabinetRefusal, codeLifeMs, codeLimits } from './cabinet.ts';
import { codeSendKey, hashOf } from './code-secret.ts';
import { codeWords } from './code-words.ts';

export type Door = {
  db: TenantDb;
  secretKey: Buffer;
  name: string;
  address: string;
  locale: 'ru' | 'en';
  now: Date;
};

/** So many may ask for one number at one instant. */
const mostRaces = 20;

/**
 * Somebody wants to be let in by a number. Says and costs the same whether it is one of ours or not; the token goes
 * to the browser that asked, and only with it the code is worth anything. `msisdn`: E.164.
 */
export async function askCode(
  door: Door,
  msisdn: string,
): Promise<Result<{ token: string }, CabinetRefusal>> {
  const { db, secretKey } = door;
  const numberHash = hashOf(secretKey, 'number', db.tenantId, msisdn);
  const senderHash = hashOf(secretKey, 'sender', db.tenantId, addressBlock(door.address));
  const line = await getLineByNumber(db, msisdn);
  for (let races = 0; races < mostRaces; races += 1) {
    if (await isFlood(door, { numberHash, senderHash })) break;
    const sequence = (await getLastCodeSequence(db, numberHash)) + 1;
    const token = await storeCode(door, { numberHash, senderHash, sequence }, line);
    if (token) return ok({ token });
  }
  return refuse({ code: 'too-many-codes' });
}

type Hashes = { numberHash: string; senderHash: string };

async function isFlood({ db, now }: Door, { numberHash, senderHash }: Hashes): Promise<boolean> {
  for (const { of, max, withinMs } of codeLimits) {
    const from = { number: { numberHash }, sender: { senderHash }, everybody: {} }[of];
    if ((await countCodes(db, new Date(now.getTime() - withinMs), from)) >= max) return true;
  }
  return false;
}

type Found = { id: string; subscriberId: string } | null;

async function storeCode(
  door: Door,
  hashes: Hashes & { sequence: number },
  line: Found,
): Promise<string | null> {
  const { db, locale, now } = door;
  const id = uuid();
  const token = randomBytes(32).toString('base64url');
  const whose = { lineId: line?.id ?? null, subscriberId: line?.subscriberId ?? null };
  const expiresAt = new Date(now.getTime() + codeLifeMs);
  const row = { id, tokenHash: hashToken(token), ...hashes, ...whose, locale, at: now, expiresAt };
  const written = await commit(db, [
    db.insert(cabinetCodes).values(row),
    ...(line ? [callForSending(door, id, line)] : []),
  ]);
  return written.ok ? token : null;
}

function callForSending({ db, name, locale, now }: Door, codeId: string, line: NonNullable<Found>) {
  const work = {
    sendKey: codeSendKey(codeId),
    subscriberId: line.subscriberId,
    lineId: line.id,
    purpose: 'access',
    channel: 'sms',
    text: codeWords(name, locale),
  };
  const place = { queue: 'outreach-send', gate: 'outreach-send', lane: 'interactive' as const, dueAt: now };
  return callFor(db, { ...place, payload: work }, now);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
