import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CodeRow, getCodeByToken } from '#db/tenant/queries/cabinet.ts';
import { cabinetCodes, cabinetSessions } from '#db/tenant/schema/cabinet.ts';
import { hashToken } from './ask-code.ts';
import { type CabinetRefusal, mostTries, sessionEnd } from './cabinet.ts';
import { isCodeOf } from './code-secret.ts';

type Entrance = { db: TenantDb; secretKey: Buffer; address: string; userAgent: string; now: Date };

/**
 * Opens the cabinet to who has the code. The try is counted before the code is looked at: of a burst each is let
 * through by a count of its own. Of a number that is not ours no code is right. Returns the session's token.
 */
export async function enterCode(
  entrance: Entrance,
  codeToken: string,
  given: string,
): Promise<Result<{ token: string }, CabinetRefusal>> {
  const { db, secretKey } = entrance;
  const code = await getCodeByToken(db, hashToken(codeToken));
  if (!code || !(await countTry(entrance, code.id))) return refuse({ code: 'code-over' });
  const isRight = isCodeOf(secretKey, db.tenantId, code.id, given);
  if (!isRight || !code.lineId || !code.subscriberId) return refuse({ code: 'code-wrong' });
  const token = await openSession(entrance, code, { lineId: code.lineId, subscriberId: code.subscriberId });
  return token ? ok({ token }) : refuse({ code: 'code-over' });
}

async function countTry({ db, now }: Entrance, id: string): Promise<boolean> {
  const isFresh = and(isNull(cabinetCodes.usedAt), gt(cabinetCodes.expiresAt, now));
  const counted = await commit(db, [
    db
      .update(cabinetCodes)
      .set({ tries: sql`${cabinetCodes.tries} + 1` })
      .where(and(eq(cabinetCodes.id, id), lt(cabinetCodes.tries, mostTries), isFresh)),
  ]);
  return counted.ok && counted.results[0]?.rowsAffected === 1;
}

/** A code that was given twice at once meets at the unique key of its session. */
async function openSession(
  { db, address, userAgent, now }: Entrance,
  { id: codeId, locale }: CodeRow,
  whose: { lineId: string; subscriberId: string },
): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const from = { address, userAgent: userAgent.slice(0, 300), locale };
  const times = { createdAt: now, expiresAt: sessionEnd(now, now) };
  const row = { id: hashToken(token), codeId, ...whose, ...from, ...times };
  const written = await commit(db, [
    db.update(cabinetCodes).set({ usedAt: now }).where(eq(cabinetCodes.id, codeId)),
    db.insert(cabinetSessions).values(row),
  ]);
  return written.ok ? token : null;
}
