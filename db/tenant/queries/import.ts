import { inArray, or } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { lineOptions, lines, subscribers } from '../schema/subscriber.ts';

export type SubscriberRow = typeof subscribers.$inferSelect;
export type LineRow = typeof lines.$inferSelect;
export type OptionRow = typeof lineOptions.$inferSelect;
/** What is known of the numbers and contracts that a stretch of an import speaks of. */
export type KnownBase = { subscribers: SubscriberRow[]; lines: LineRow[]; options: OptionRow[] };

export async function listKnownBase(
  db: TenantDb,
  msisdns: string[],
  contracts: string[],
): Promise<KnownBase> {
  const knownLines = await db.select().from(lines).where(inArray(lines.msisdn, msisdns));
  const lineIds = knownLines.map((line) => line.id);
  const ownerIds = [...new Set(knownLines.map((line) => line.subscriberId))];
  return {
    lines: knownLines,
    options: await db.select().from(lineOptions).where(inArray(lineOptions.lineId, lineIds)),
    subscribers: await db
      .select()
      .from(subscribers)
      .where(or(inArray(subscribers.contractNumber, contracts), inArray(subscribers.id, ownerIds))),
  };
}
