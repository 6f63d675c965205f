import type { TenantDb } from '#db/open.ts';
import { listCatalogue } from '#db/tenant/queries/catalogue.ts';

export const mostCompared = 4;
export type CatalogueQuery = { carrier: string; type: 'tariff' | 'option'; picked: string[] };

/** `carriers`: the ids there are; the first is shown when none is asked for. */
export function parseCatalogueQuery(params: URLSearchParams, carriers: readonly string[]): CatalogueQuery {
  const asked = params.get('carrier');
  return {
    carrier: carriers.find((id) => id === asked) ?? carriers[0] ?? '',
    type: params.get('type') === 'option' ? 'option' : 'tariff',
    picked: params.getAll('pick').slice(0, mostCompared),
  };
}

export type CatalogueEntry = Awaited<ReturnType<typeof readCatalogue>>['items'][number];

/** The carrier's tariffs or options as they were last seen. What an answer left out later is not offered any more. */
export async function readCatalogue(db: TenantDb, query: CatalogueQuery) {
  const rows = await listCatalogue(db, query.carrier, query.type);
  const latest = Math.max(0, ...rows.map(({ seenAt }) => seenAt.getTime()));
  return { query, items: rows.map((row) => ({ ...row, isGone: row.seenAt.getTime() < latest })) };
}
