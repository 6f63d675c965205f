import { and, eq, lt } from 'drizzle-orm';
import { commit, isFailedWrite, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCabinetSession } from '#db/tenant/queries/cabinet.ts';
import { cabinetCodes, cabinetSessions } from '#db/tenant/schema/cabinet.ts';
import { hashToken } from './ask-code.ts';
import { absoluteMs, sessionEnd } from './cabinet.ts';

/** The end moves at most this often: a page costs no write. */
const slideMs = 60_000;

/**
 * Whose cabinet a token opens, `null`: nobody's. A session ends idle, after half a day, and when the number that
 * it was opened by went to somebody else. Used, it is good for longer.
 */
export async function readSession(db: TenantDb, token: string, now: Date) {
  const found = await getCabinetSession(db, hashToken(token), now);
  if (!found || now.getTime() - found.createdAt.getTime() >= absoluteMs) return null;
  const expiresAt = sessionEnd(found.createdAt, now);
  if (expiresAt.getTime() - found.expiresAt.getTime() > slideMs) {
    const own = eq(cabinetSessions.id, found.id);
    await writeWhileReading(db, db.update(cabinetSessions).set({ expiresAt }).where(own));
  }
  return found;
}
export type OpenCabinet = NonNullable<Awaited<ReturnType<typeof readSession>>>;

/** On a full disk whoever reads his cabinet goes on reading. */
async function writeWhileReading(db: TenantDb, statement: Statement): Promise<void> {
  await commit(db, [statement]).catch((error: unknown) => {
    if (!isFailedWrite(error)) throw error;
  });
}

/** Ends one of a subscriber's own sessions; a foreign one is left alone. Without an id: all of his. */
export async function endSessions(db: TenantDb, subscriberId: string, sessionId?: string): Promise<void> {
  const one = sessionId === undefined ? undefined : eq(cabinetSessions.id, sessionId);
  const own = and(eq(cabinetSessions.subscriberId, subscriberId), one);
  await commit(db, [db.delete(cabinetSessions).where(own)]);
}

export async function chooseLanguage(db: TenantDb, sessionId: string, locale: 'ru' | 'en'): Promise<void> {
  const own = eq(cabinetSessions.id, sessionId);
  await commit(db, [db.update(cabinetSessions).set({ locale }).where(own)]);
}

const codesKeptMs = 2 * 24 * 60 * 60_000;

/** Sessions past their end, and codes that count for no limit any more. */
export async function forgetCabinetEntries(db: TenantDb, now: Date): Promise<void> {
  const before = new Date(now.getTime() - codesKeptMs);
  await commit(db, [
    db.delete(cabinetSessions).where(lt(cabinetSessions.expiresAt, now)),
    db.delete(cabinetCodes).where(lt(cabinetCodes.at, before)),
  ]);
}
