import { and, count, desc, eq, gte } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { cabinetCodes } from '../schema/cabinet.ts';

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
