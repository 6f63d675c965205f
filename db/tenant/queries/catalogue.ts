import { and, eq, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { catalogueItems } from '../schema/catalogue.ts';
import { lineOptions } from '../schema/subscriber.ts';

export type CatalogueRow = typeof catalogueItems.$inferInsert;
export type ItemKey = Pick<CatalogueRow, 'carrier' | 'type' | 'code'>;

/** Keeps the names as the carrier gives them now. */
export function storeCatalogue(db: TenantDb, rows: CatalogueRow[]): Statement {
  return db
    .insert(catalogueItems)
    .values(rows)
    .onConflictDoUpdate({
      target: [catalogueItems.carrier, catalogueItems.type, catalogueItems.code],
      set: { name: sql`excluded.name`, seenAt: sql`excluded.seen_at` },
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
