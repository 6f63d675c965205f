import { eq } from 'drizzle-orm';
import { digitsTerm, readSearchQuery } from '#app/features/subscriber/search-terms.ts';
import type { TenantDb } from '#db/open.ts';
import { subscribers } from '../schema/subscriber.ts';
import { subscribersByTerms } from './search.ts';

/** Ids of the subscribers that a text finds by number, e-mail, contract or name; at most `limit` of each. */
export async function listSubscriberIdsByText(db: TenantDb, text: string, limit: number): Promise<string[]> {
  if (text.includes('@')) return listIdsByEmail(db, text, limit);
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

async function listIdsByEmail(db: TenantDb, text: string, limit: number): Promise<string[]> {
  const email = text.trim().toLowerCase();
  const found = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.email, email))
    .limit(limit);
  return found.map(({ id }) => id);
}
