import { and, count, desc, eq, getTableColumns, gt, gte } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { cabinetCodes, cabinetSessions } from '../schema/cabinet.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type CodeRow = typeof cabinetCodes.$inferSelect;

/** How many codes were asked for since then: for a number, from a sender, or by all. */
export async function countCodes(
  db: TenantDb,
  since: Date,
  of: { numberHash?: string; senderHash?: string },
): Promise<number> {
  const ofNumber = of.numberHash === undefined ? undefined : eq(cabinetCodes.numberHash, of.numberHash);
  const ofSender = of.senderHash === undefined ? undefined : eq(cabinetCodes.senderHash, of.senderHash);
  const [row] = await db
    .select({ n: count() })
    .from(cabinetCodes)
    .where(and(gte(cabinetCodes.at, since), ofNumber, ofSender));
  return row?.n ?? 0;
}

export async function getLastCodeSequence(db: TenantDb, numberHash: string): Promise<number> {
  const [row] = await db
    .select({ sequence: cabinetCodes.sequence })
    .from(cabinetCodes)
    .where(eq(cabinetCodes.numberHash, numberHash))
    .orderBy(desc(cabinetCodes.sequence))
    .limit(1);
  return row?.sequence ?? 0;
}

export async function getCodeByToken(db: TenantDb, tokenHash: string): Promise<CodeRow | null> {
  const [row] = await db.select().from(cabinetCodes).where(eq(cabinetCodes.tokenHash, tokenHash));
  return row ?? null;
}

export async function getCode(db: TenantDb, id: string): Promise<CodeRow | null> {
  const [row] = await db.select().from(cabinetCodes).where(eq(cabinetCodes.id, id));
  return row ?? null;
}

/** An open session with the number it was opened by, as long as that is still the subscriber's. */
export async function getCabinetSession(db: TenantDb, id: string, now: Date) {
  const { msisdn } = lines;
  const isHisLine = and(
    eq(lines.id, cabinetSessions.lineId),
    eq(lines.subscriberId, cabinetSessions.subscriberId),
  );
  const [row] = await db
    .select({ ...getTableColumns(cabinetSessions), msisdn, name: subscribers.name, kind: subscribers.kind })
    .from(cabinetSessions)
    .innerJoin(lines, isHisLine)
    .innerJoin(subscribers, eq(subscribers.id, cabinetSessions.subscriberId))
    .where(and(eq(cabinetSessions.id, id), gt(cabinetSessions.expiresAt, now)));
  return row ?? null;
}

/** The newest first. */
export function listCabinetSessions(db: TenantDb, subscriberId: string, now: Date) {
  const { id, address, userAgent, createdAt } = cabinetSessions;
  return db
    .select({ id, address, userAgent, createdAt })
    .from(cabinetSessions)
    .where(and(eq(cabinetSessions.subscriberId, subscriberId), gt(cabinetSessions.expiresAt, now)))
    .orderBy(desc(createdAt))
    .limit(50)
    .all();
}
