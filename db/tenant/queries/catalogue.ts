import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { catalogueItems } from '../schema/catalogue.ts';
import { lineOptions, lines } from '../schema/subscriber.ts';

export type CatalogueRow = typeof catalogueItems.$inferInsert;
export type ItemKey = Pick<CatalogueRow, 'carrier' | 'type' | 'code'>;

/** Keeps names and fees as the carrier gives them now; a fee it does not say stays as it was. */
export function storeCatalogue(db: TenantDb, rows: CatalogueRow[]): Statement {
  return db
    .insert(catalogueItems)
    .values(rows)
    .onConflictDoUpdate({
      target: [catalogueItems.carrier, catalogueItems.type, catalogueItems.code],
      set: {
        name: sql`excluded.name`,
        seenAt: sql`excluded.seen_at`,
        feeOnceKopecks: sql`coalesce(excluded.fee_once_kopecks, ${catalogueItems.feeOnceKopecks})`,
        feeMonthKopecks: sql`coalesce(excluded.fee_month_kopecks, ${catalogueItems.feeMonthKopecks})`,
      },
    });
}

export async function getCatalogueName(db: TenantDb, key: ItemKey): Promise<string | null> {
  const { carrier, type, code } = catalogueItems;
  const [row] = await db
    .select({ name: catalogueItems.name })
    .from(catalogueItems)
    .where(and(eq(carrier, key.carrier), eq(type, key.type), eq(code, key.code)))
    .limit(1);
  return row?.name ?? null;
}

export async function getOptionName(db: TenantDb, lineId: string, code: string): Promise<string | null> {
  const [row] = await db
    .select({ name: lineOptions.name })
    .from(lineOptions)
    .where(and(eq(lineOptions.lineId, lineId), eq(lineOptions.code, code)))
    .limit(1);
  return row?.name ?? null;
}

export type CatalogueItemRow = typeof catalogueItems.$inferSelect;

export function listCatalogueItems(db: TenantDb, codes: readonly string[]): Promise<CatalogueItemRow[]> {
  return db
    .select()
    .from(catalogueItems)
    .where(inArray(catalogueItems.code, [...codes]));
}

export function listCatalogue(
  db: TenantDb,
  carrier: string,
  type: CatalogueItemRow['type'],
): Promise<CatalogueItemRow[]> {
  return db
    .select()
    .from(catalogueItems)
    .where(and(eq(catalogueItems.carrier, carrier), eq(catalogueItems.type, type)))
    .orderBy(asc(catalogueItems.name));
}

/** Any line of the carrier, or of one account at it: a catalogue is asked for by a number. */
export async function getLineToAskBy(db: TenantDb, of: { carrier: string } | { accountId: string }) {
  const [row] = await db
    .select({ msisdn: lines.msisdn, carrierAccountId: lines.carrierAccountId })
    .from(lines)
    .where('carrier' in of ? eq(lines.carrier, of.carrier) : eq(lines.carrierAccountId, of.accountId))
    .limit(1);
  return row ?? null;
}
