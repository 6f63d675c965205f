import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CatalogueRow, storeCatalogue } from '#db/tenant/queries/catalogue.ts';
import { listDocsByRef } from '#db/tenant/queries/knowledge-index.ts';
import { reindex } from './index-documents.ts';

/** The statements that keep items of one carrier's catalogue and make them findable by name and code. */
export async function catalogueStatements(
  db: TenantDb,
  carrier: string,
  rows: readonly CatalogueRow[],
): Promise<Statement[]> {
  if (rows.length === 0) return [];
  const refs = rows.map(({ code }) => code);
  const old = await Promise.all(
    (['option', 'tariff'] as const).map((type) => listDocsByRef(db, type, carrier, refs)),
  );
  const replaced = old
    .flat()
    .filter(({ kind, ref }) => rows.some(({ type, code }) => type === kind && code === ref));
  const fresh = rows.map(({ type, code, name }) => {
    const always = { validFrom: null, validUntil: null };
    return { kind: type, ref: code, carrier, title: name, keywords: code, body: '', ...always };
  });
  return [storeCatalogue(db, [...rows]), ...reindex(db, replaced, fresh)];
}
