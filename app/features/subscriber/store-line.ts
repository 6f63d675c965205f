import { eq } from 'drizzle-orm';
import { storeReading } from '#app/features/receivable/store-reading.ts';
import type { CarrierLine } from '#carriers/port.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { lineOptions, lines } from '#db/tenant/schema/subscriber.ts';

/** The statements that keep what the carrier just said of a line. What it left out stays as it was. */
export function storeLine(db: TenantDb, lineId: string, seen: CarrierLine, at: Date): Statement[] {
  const known = {
    ...(seen.carrierLineId ? { carrierLineId: seen.carrierLineId } : {}),
    ...(seen.accountNumber ? { accountNumber: seen.accountNumber } : {}),
    ...(seen.tariff ? { tariffCode: seen.tariff.code, tariffName: seen.tariff.name } : {}),
    ...(seen.balanceKopecks === null ? {} : { balanceKopecks: seen.balanceKopecks }),
    ...(seen.iccid ? { iccid: seen.iccid } : {}),
  };
  const options = seen.options.map((option) => ({
    lineId,
    code: option.code,
    name: option.name,
    since: option.since ? new Date(option.since) : null,
  }));
  return [
    db
      .update(lines)
      .set({ ...known, blockedBy: seen.blocked?.by ?? null, seenAt: at })
      .where(eq(lines.id, lineId)),
    ...(seen.balanceKopecks === null
      ? []
      : [storeReading(db, { lineId, kopecks: seen.balanceKopecks, source: 'carrier', at })]),
    db.delete(lineOptions).where(eq(lineOptions.lineId, lineId)),
    ...(options.length > 0 ? [db.insert(lineOptions).values(options)] : []),
  ];
}
