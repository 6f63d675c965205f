import type { CatalogueItem } from '#carriers/port.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { storeCatalogue } from '#db/tenant/queries/catalogue.ts';
import type { RequestKind } from './request.ts';

/** Remembers what the carrier calls the things one can ask for, so that a request need not ask it again. */
export async function keepItemNames(
  db: TenantDb,
  carrier: string,
  kind: RequestKind,
  items: CatalogueItem[],
  seenAt: Date,
): Promise<void> {
  if (items.length === 0) return;
  const type = kind === 'tariff.change' ? 'tariff' : 'option';
  const rows = items.map((item) => ({ ...item, carrier, type, seenAt }) as const);
  await commit(db, [storeCatalogue(db, rows)]);
}
