import { digitsTerm, readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import type { TenantDb } from '#db/open.ts';
import { subscribersByTerms } from './search.ts';

/** Ids of the subscribers that a text finds by number, contract or name; at most `limit` of each. */
export async function listSubscriberIdsByText(db: TenantDb, text: string, limit: number): Promise<string[]> {
  const query = readSearchQuery(text);
  if (!query) return [];
  const terms = [
    query.lastDigits ? [digitsTerm(query.lastDigits)] : [],
    query.contract ? [query.contract] : [],
    query.words,
  ];
  const found = await Promise.all(
    terms.filter((prefixes) => prefixes.length).map((prefixes) => subscribersByTerms(db, prefixes, limit)),
  );
  return [...new Set(found.flat().map(({ id }) => id))];
}
