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

/** The carrier's tariffs or options as they were last seen: each says when. */
export async function readCatalogue(db: TenantDb, query: CatalogueQuery) {
  return { query, items: await listCatalogue(db, query.carrier, query.type) };
}
